import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Answer } from '../client.js';
import { selectAll } from '../select-all.js';
import type { CallerName, Ids, OperationAccess } from './matrix.js';
import type { AccessWorld } from './world.js';

/** One operation as the schema has it. */
export interface SchemaOperation {
  /** Such as `Query.me`. */
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly field: ReturnType<GraphQLObjectType['getFields']>[string];
}

export function operationsOf(schema: GraphQLSchema): SchemaOperation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      name: `${type?.name ?? ''}.${field.name}`,
      kind,
      field,
    })),
  );
}

/** A real request. @param selection - everything that the operation returns, unless given. */
export async function callAs(
  world: AccessWorld,
  caller: CallerName,
  operation: SchemaOperation,
  { args, send }: OperationAccess,
  ids: Ids,
  selection = selectAll(operation.field.type),
): Promise<Answer<unknown>> {
  if (caller === 'owner' || caller === 'agreementMissing') await world.letOwnerSign(caller === 'owner');
  const client = world.clientOf(caller);
  if (send !== undefined) return send(client, ids);
  return client.query(`${operation.kind} { ${operation.field.name}${args?.(ids) ?? ''} ${selection} }`);
}
