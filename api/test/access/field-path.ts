import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { SchemaOperation } from './call.js';
import type { Operations, Outcomes } from './matrix.js';

/** How a type is reached: by which operation, and through which fields of what that returns. */
export interface FieldPath {
  readonly operation: SchemaOperation;
  readonly fields: readonly string[];
}

/**
 * The path to a type on which the most callers are turned away, so that a field which leaks shows; the shortest of
 * those, and a query rather than a mutation.
 * @throws when no operation leads to the type.
 */
export function pathTo(
  type: GraphQLObjectType,
  operations: readonly SchemaOperation[],
  access: Operations,
): FieldPath {
  const paths = operations
    .filter(({ name }) => access[name]?.send === undefined && hasAnswer(access[name]?.outcomes))
    .flatMap((operation): FieldPath[] => {
      const fields = fieldsTo(type, operation);
      return fields === undefined ? [] : [{ operation, fields }];
    })
    .sort(
      (a, b) =>
        Number(a.operation.kind === 'mutation') - Number(b.operation.kind === 'mutation') ||
        refusals(b, access) - refusals(a, access) ||
        a.fields.length - b.fields.length,
    );
  const [best] = paths;
  if (best === undefined) throw new Error(`No operation leads to ${type.name}.`);
  return best;
}

/** The selection that asks for one field at the end of a path. */
export function selectAlong({ fields }: FieldPath, selection: string): string {
  return fields.reduceRight((inner, field) => `{ ${field} ${inner} }`, `{ ${selection} }`);
}

/** Nothing is read of what nobody gets. */
function hasAnswer(outcomes: Outcomes | undefined): boolean {
  return Object.values(outcomes ?? {}).includes('answer');
}

function refusals({ operation }: FieldPath, access: Operations): number {
  const outcomes = Object.values(access[operation.name]?.outcomes ?? {});
  return outcomes.filter((outcome) => !outcome.startsWith('answer')).length;
}

/** Breadth first, so the shortest. */
function fieldsTo(type: GraphQLObjectType, operation: SchemaOperation): string[] | undefined {
  const seen = new Set<string>();
  let level: { readonly at: unknown; readonly fields: string[] }[] = [
    { at: getNamedType(operation.field.type), fields: [] },
  ];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { at, fields } of level) {
      if (!isObjectType(at) || seen.has(at.name)) continue;
      if (at.name === type.name) return fields;
      seen.add(at.name);
      for (const field of Object.values(at.getFields())) {
        next.push({ at: getNamedType(field.type), fields: [...fields, field.name] });
      }
    }
    level = next;
  }
  return undefined;
}
