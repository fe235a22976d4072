import { aCountedSession } from '@crowd-recital/core/test/counted.js';
import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const client = server.as(admin);
const speaker = await aUser(em);
const hebrew = await aText(em, admin, { public: true, title: 'יפו', language: 'he', text: 'שלום.' });
const english = await aText(em, admin, { public: true });

async function ask(fields: string): Promise<Record<string, unknown>> {
  const { overview } = await client.data<{ overview: Record<string, unknown> }>(`{ overview { ${fields} } }`);
  return overview;
}

describe('the overview', () => {
  it('has what was given by language and by text, and who was there lately', async () => {
    await aCountedSession(em, speaker, { durationSeconds: 100, text: hebrew });
    await aCountedSession(em, speaker, { durationSeconds: 20, text: english, daysAgo: 3 });
    await aCountedSession(em, await aUser(em), { durationSeconds: 30, text: english, daysAgo: 40 });
    expect(
      await ask(
        'languages { language durationSeconds recordings } texts { text { title } recordings } activeSpeakers { today lastWeek lastMonth }',
      ),
    ).toEqual({
      languages: [
        { language: 'HE', durationSeconds: 100, recordings: 1 },
        { language: 'EN', durationSeconds: 50, recordings: 2 },
      ],
      texts: [
        { text: { title: 'יפו' }, recordings: 1 },
        { text: { title: english.title }, recordings: 2 },
      ],
      activeSpeakers: { today: 1, lastWeek: 1, lastMonth: 1 },
    });
  });

  it('counts recitals by how far they are, what needs attention, and who waits', async () => {
    const states: Record<string, string> = {
      recording: `status = 'active'`,
      processing: `status = 'ended', end_reason = 'finished'`,
      empty: `status = 'ended', end_reason = 'empty'`,
      stuck: `status = 'ended', end_reason = 'finished', attention = 'missing-segments'`,
      unconfirmed: `status = 'uploaded', kept = false`,
      deleting: `disavowed = true, disavowed_at = now()`,
      deleted: `status = 'discarded', disavowed = true, disavowed_at = now()`,
    };
    for (const assignments of Object.values(states)) {
      const { id } = await aSession(em, speaker, { text: english });
      await em.execute(`update recital_sessions set ${assignments} where id = ?`, [id]);
    }
    await aUser(em, { group: null });
    expect(
      await ask(
        'sessions { recording processing ready unconfirmed deleting deleted } attention { attention sessions } awaitingApproval',
      ),
    ).toEqual({
      sessions: { recording: 1, processing: 2, ready: 3, unconfirmed: 1, deleting: 1, deleted: 1 },
      attention: [{ attention: 'MISSING_SEGMENTS', sessions: 1 }],
      awaitingApproval: 1,
    });
  });
});

describe('the queue', () => {
  it('tells how much waits, since when, and of the last sweep', async () => {
    await em.execute('delete from agenda.agenda_jobs');
    const queue = () =>
      client.data('{ queue { queued running failed dueSince lastSweep { beganAt endedAt error } } }');
    expect(await queue()).toEqual({
      queue: { queued: 0, running: 0, failed: 0, dueSince: null, lastSweep: null },
    });
    await em.execute(
      `insert into agenda.agenda_jobs (name, next_run_at, locked_at) values
         ('sweep', '2026-01-01T00:00:00Z', null), ('sweep', '2026-01-02T00:00:00Z', null),
         ('sweep', '2025-01-01T00:00:00Z', now()), ('sweep', now() + interval '1 day', null)`,
    );
    await em.execute(
      `insert into sweep_runs (id, began_at, ended_at) values (1, '2026-01-02T00:00:00Z', '2026-01-02T00:00:01Z')`,
    );
    expect(await queue()).toEqual({
      queue: {
        queued: 3,
        running: 1,
        failed: 0,
        dueSince: '2026-01-01T00:00:00.000Z',
        lastSweep: {
          beganAt: '2026-01-02T00:00:00.000Z',
          endedAt: '2026-01-02T00:00:01.000Z',
          error: null,
        },
      },
    });
  });
});
