import { isLeafType, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../test/client.js';
import { callAs, operationsOf } from '../../test/access/call.js';
import { pathTo, selectAlong } from '../../test/access/field-path.js';
import { callers, type CallerName, type Ids } from '../../test/access/matrix.js';
import { fieldAccess, operationAccess } from '../../test/access/nouns.js';
import { AccessWorld, canary } from '../../test/access/world.js';
import { createSchema } from '../graphql/schema.js';

const schema = createSchema();
const operations = operationsOf(schema);
const types = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__') && !['Query', 'Mutation'].includes(name));
const fields = types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

const world = await AccessWorld.create();
/** Reading changes nothing, so that many may read the same. */
let shared: Ids | undefined;

it('says of every field of every type who may read it', () => {
  const named = Object.entries(fieldAccess).flatMap(([type, of]) =>
    Object.keys(of).map((field) => `${type}.${field}`),
  );
  expect(named.sort()).toEqual(fields.map(({ type, field }) => `${type.name}.${field.name}`).sort());
});

describe.each(fields.map((one) => ({ ...one, name: `${one.type.name}.${one.field.name}` })))(
  '$name',
  ({ type, field }) => {
    it.each(callers)('read by %s', async (caller) => {
      const inner = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
      const { answer, outcome } = await ask(caller, type, `${field.name} ${inner}`);
      const rule = fieldAccess[type.name]?.[field.name] ?? 'as-object';
      const own = rule === 'as-object' ? undefined : rule[caller];

      if (!outcome.startsWith('answer')) {
        expect(answer.code).toBe(outcome);
        expect(answer.data ?? null).toBeNull();
      } else if (own === 'FORBIDDEN') {
        expect(answer.code).toBe('FORBIDDEN');
      } else {
        expect(answer.errors).toEqual([]);
        const text = JSON.stringify(answer.data);
        if (outcome === 'answer' && own === 'absent') expect(text).not.toContain(`"${field.name}":`);
        else if (outcome === 'answer')
          expect(text).toContain(`"${field.name}":${own === 'null' ? 'null' : ''}`);
      }
      if (outcome !== 'answer' || own !== undefined) {
        expect(JSON.stringify([answer.data, answer.errors])).not.toContain(canary);
      }
    });
  },
);

async function ask(caller: CallerName, type: GraphQLObjectType, selection: string) {
  const path = pathTo(type, operations, operationAccess);
  const { operation } = path;
  const access = operationAccess[operation.name];
  if (access === undefined) throw new Error(`${operation.name} is not classified.`);
  if (operation.kind === 'mutation') {
    await world.renewPeople();
    shared = undefined;
  }
  const ids = (shared ??= await world.somethingOfBerls());
  const answer: Answer<unknown> = await callAs(
    world,
    caller,
    operation,
    access,
    ids,
    selectAlong(path, selection),
  );
  return { answer, outcome: access.outcomes[caller] };
}
