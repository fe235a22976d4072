import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const client = server.as(admin);

interface Jobs {
  readonly jobs: {
    readonly edges: {
      cursor: string;
      node: { id: string; name: string; state: string; error: string | null };
    }[];
    readonly pageInfo: { hasNextPage: boolean };
    readonly totalCount: number;
  };
}

async function list(args: string): Promise<Jobs['jobs']> {
  const { jobs } = await client.data<Jobs>(
    `{ jobs${args} { edges { cursor node { id name state error payload } } pageInfo { hasNextPage } totalCount } }`,
  );
  return jobs;
}

async function set(name: string, assignments: string): Promise<void> {
  await em.execute(`update agenda.agenda_jobs set ${assignments} where name = ?`, [name]);
}

beforeEach(async () => {
  await em.execute('delete from agenda.agenda_jobs');
  await enqueue(em, 'send-email', { kind: 'agreement-signed', signatureId: 'waiting' });
  await enqueue(em, 'delete-old-segments', {});
  await enqueue(em, 'finalise-session', { sessionId: 'failing' });
  await enqueue(em, 'discard-session', { sessionId: 'running' });
  await set(
    'finalise-session',
    `failed_at = now(), last_finished_at = now(), fail_count = 3, fail_reason = 'No disk.',
     next_run_at = now() + interval '1 hour'`,
  );
  await set('discard-session', 'locked_at = now(), next_run_at = null');
  await set('delete-old-segments', `locked_at = now() - interval '1 hour'`);
});

describe('jobs', () => {
  it.each([
    ['', ['delete-old-segments', 'discard-session', 'finalise-session', 'send-email']],
    ['(filter: { states: [RUNNING] })', ['discard-session']],
    ['(filter: { states: [FAILED, FINISHED] })', ['finalise-session']],
    // One whose worker died an hour ago waits again.
    ['(filter: { states: [QUEUED] })', ['delete-old-segments', 'send-email']],
    ['(filter: { name: "send-email" })', ['send-email']],
  ])('listed with %s', async (args, names) => {
    const { edges, totalCount } = await list(args);
    expect(edges.map(({ node }) => node.name).sort()).toEqual(names);
    expect(totalCount).toBe(names.length);
  });

  it('that failed say of what', async () => {
    const { edges } = await list('(filter: { states: [FAILED] })');
    expect(edges).toMatchObject([{ node: { error: 'No disk.', payload: '{"sessionId":"failing"}' } }]);
  });

  it('that a worker plans by itself have been given nothing', async () => {
    await em.execute(
      `insert into agenda.agenda_jobs (name, data, next_run_at) values ('by-itself', null, now())`,
    );
    expect((await list('(filter: { name: "by-itself" })')).edges).toMatchObject([
      { node: { payload: '{}' } },
    ]);
  });

  it('come each once, page by page, forward and backward', async () => {
    // Of one transaction, so of one moment.
    await em.execute(
      `insert into agenda.agenda_jobs (name, next_run_at) select 'send-email', now() from generate_series(1, 7)`,
    );
    const all = (await list('(first: 100)')).edges.map(({ node }) => node.id);
    for (const [size, side] of [
      ['first', 'after'],
      ['last', 'before'],
    ] as const) {
      const seen: string[] = [];
      for (let from = ''; seen.length < all.length;) {
        const { edges } = await list(`(${size}: 3 ${from})`);
        const ids = edges.map(({ node }) => node.id);
        if (size === 'first') seen.push(...ids);
        else seen.unshift(...ids);
        from = `${side}: "${(size === 'first' ? edges.at(-1) : edges[0])?.cursor ?? ''}"`;
      }
      expect(seen).toEqual(all);
    }
  });

  it('run at once, or are taken out, when an admin says so; never while they run', async () => {
    const idOf = async (name: string) =>
      (await list(`(filter: { name: "${name}" })`)).edges[0]?.node.id ?? '';
    const retry = 'mutation ($id: ID!) { retryJob(id: $id) { state nextRunAt } }';
    const cancel = 'mutation ($id: ID!) { cancelJob(id: $id) { name } }';
    const failed = await idOf('finalise-session');
    const { data } = await client.query<{ retryJob: { nextRunAt: string } }>(retry, { id: failed });
    expect(Date.parse(data?.retryJob.nextRunAt ?? '')).toBeLessThanOrEqual(Date.now() + 1_000);
    expect((await client.data(cancel, { id: failed })).cancelJob).toEqual({ name: 'finalise-session' });
    expect((await client.query(cancel, { id: failed })).code).toBe('NOT_FOUND');
    const running = await idOf('discard-session');
    for (const order of [retry, cancel]) {
      expect((await client.query(order, { id: running })).code).toBe('CONFLICT');
      expect((await client.query(order, { id: 'nonsense' })).code).toBe('NOT_FOUND');
    }
    const entries = await em.find(AuditEntry, { subjectId: failed }, { orderBy: { at: 'asc' } });
    expect(entries).toMatchObject([
      { action: 'job.retry', actorId: admin.id, details: { name: 'finalise-session' } },
      { action: 'job.cancel' },
    ]);
  });

  it('are no place for a character that nothing holds', async () => {
    const answer = await client.query(
      'query ($name: String!) { jobs(filter: { name: $name }) { totalCount } }',
      {
        name: '\0',
      },
    );
    expect(answer.code).toBe('BAD_USER_INPUT');
  });
});
