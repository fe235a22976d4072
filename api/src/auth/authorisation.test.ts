import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { describe, expect, it } from 'vitest';
import { callAs, operationsOf } from '../../test/access/call.js';
import { callers, type Ids } from '../../test/access/matrix.js';
import { operationAccess } from '../../test/access/nouns.js';
import { AccessWorld, canary } from '../../test/access/world.js';
import { createSchema } from '../graphql/schema.js';

const operations = operationsOf(createSchema());
const world = await AccessWorld.create();

/** What the calls are aimed at. A refusal changes nothing, so that the next call may be aimed at the same. */
let target: Ids | undefined;

async function theTarget(): Promise<Ids> {
  if (target === undefined) {
    await world.renewPeople();
    target = await world.somethingOfBerls();
  }
  return target;
}

it('says of every operation of the schema who may call it', () => {
  expect(Object.keys(operationAccess).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(operations)('$name', (operation) => {
  it.each(callers)('called by %s', async (caller) => {
    const access = operationAccess[operation.name];
    if (access === undefined) throw new Error(`${operation.name} is not classified.`);
    const outcome = access.outcomes[caller];
    const ids = await theTarget();
    const before = await world.countEverything();
    if (operation.kind === 'mutation' && outcome.startsWith('answer')) target = undefined;
    const answer = await callAs(world, caller, operation, access, ids);

    if (outcome === 'answer' || outcome === 'answer-without') {
      expect(answer.errors).toEqual([]);
    } else {
      expect(answer.code).toBe(outcome);
      expect(answer.data ?? null).toBeNull();
      expect(await world.countEverything()).toEqual(before);
    }
    if (outcome !== 'answer') expect(JSON.stringify([answer.data, answer.errors])).not.toContain(canary);
    if (outcome === 'NOT_FOUND') {
      const nobodys = await callAs(world, caller, operation, access, world.nobodys());
      expect(nobodys.errors).toEqual(answer.errors);
    }
  });
});

it.each(['Query.texts', 'Query.sessions'])('%s shows a speaker what is the own', async (name) => {
  const operation = operations.find((one) => one.name === name);
  const access = operationAccess[name];
  if (operation === undefined || access === undefined) throw new Error(`There is no ${name}.`);
  expect(
    JSON.stringify((await callAs(world, 'owner', operation, access, await world.somethingOfBerls())).data),
  ).toContain(canary);
});

it('shows nobody the sessions of somebody else by asking for that user', async () => {
  await world.somethingOfBerls();
  const { data } = await world
    .clientOf('other')
    .query<{ sessions: { edges: unknown[]; totalCount: number } }>(
      'query ($id: ID!) { sessions(filter: { userId: $id, includeDiscarded: true }) { edges { node { id } } totalCount } }',
      { id: world.people.owner.id },
    );
  expect(data?.sessions).toEqual({ edges: [], totalCount: 0 });
});

it('shows nobody the texts of somebody else by any filter', async () => {
  const { textId } = await world.somethingOfBerls();
  const em = world.server.database.em();
  // What the admins published above is everybody's.
  await em.nativeUpdate(TextDocument, { public: true }, { public: false });
  for (const archivedAt of [null, new Date()]) {
    await em.nativeUpdate(TextDocument, { id: textId }, { archivedAt });
    for (const filter of [`archived: ${archivedAt !== null}`, `search: "${canary}"`, 'public: false']) {
      const { data } = await world
        .clientOf('other')
        .query(`{ texts(filter: { ${filter} }) { edges { node { title } } } }`);
      expect(data).toBeTruthy();
      expect(JSON.stringify(data)).not.toContain(canary);
    }
  }
});
