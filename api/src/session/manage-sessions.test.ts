import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { describe, expect, it } from 'vitest';
import { finishSession } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin', name: 'Ada' });
const speaker = await aUser(em, { name: 'Sarah' });
const client = server.as(admin);
const hebrew = await aText(em, speaker, { language: 'he', text: 'שלום לכולם. מה שלומכם היום?' });

async function set(session: RecitalSession, assignments: string): Promise<RecitalSession> {
  await em.execute(`update recital_sessions set ${assignments} where id = ?`, [session.id]);
  return session;
}

const finished = await finishSession(em, server.store, await aSession(em, speaker));
const old = await set(
  await finishSession(em, server.store, await aSession(em, speaker, { text: hebrew })),
  `created_at = '2026-01-02T03:04:05Z', duration_seconds = 100`,
);
const holey = await set(
  await aSession(em, speaker),
  `status = 'ended', attention = 'missing-segments', attention_version = 0, last_error = 'No 3.', attempts = 2`,
);
const abandoned = await set(await aSession(em, speaker), `status = 'ended', end_reason = 'abandoned'`);

describe('the filter', () => {
  it.each([
    ['status: [UPLOADED, ENDED], kept: true', [finished, old]],
    ['kept: false', [holey, abandoned]],
    ['attentionKinds: [MISSING_SEGMENTS, NO_SENTENCES]', [holey]],
    ['attentionKinds: [NO_SENTENCES]', []],
    ['language: HE', [old]],
    ['createdTo: "2026-01-02T03:04:05Z"', []],
    ['createdFrom: "2026-01-02T03:04:05Z", createdTo: "2026-01-02T03:04:06Z"', [old]],
    ['durationFrom: 2, durationTo: 2', [finished]],
    ['durationFrom: 2.5', [old]],
  ])('%s', async (filter, expected) => {
    const { sessions } = await client.data<{ sessions: { edges: { node: { id: string } }[] } }>(
      `{ sessions(filter: { ${filter} }) { edges { node { id } } } }`,
    );
    expect(sessions.edges.map(({ node }) => node.id).sort()).toEqual(expected.map(({ id }) => id).sort());
  });
});

describe('the making of a recording', () => {
  const query =
    'query ($id: ID!) { session(id: $id) { administration { attempts lastError leaseUntil artifacts { name fileName byteLength } timeline { action actor { name } } } } }';

  it('is shown to admins', async () => {
    const { session } = await client.data(query, { id: finished.id });
    expect(session).toMatchObject({
      administration: {
        attempts: 0,
        lastError: null,
        artifacts: [
          { name: 'SOURCE', fileName: 'source.audio.webm' },
          { name: 'MAIN' },
          { name: 'LIGHT', byteLength: 15 },
          { name: 'TRANSCRIPT' },
          { name: 'MANIFEST' },
        ],
        timeline: [{ action: 'session.begin', actor: null }, { action: 'session.finalised' }],
      },
    });
  });

  it('is hidden from the speaker', async () => {
    await em.execute('update users set agreement_signed_version = ? where id = ?', ['x', speaker.id]);
    const { data } = await server.as(speaker).query(query, { id: finished.id });
    expect(JSON.stringify(data ?? null)).not.toContain('attempts');
  });
});

describe('an admin', () => {
  it('tries again, with the holes kept, and both stand in the timeline', async () => {
    for (const mutation of ['retrySession', 'finalizeIncompleteSession']) {
      const { [mutation]: session } = await client.data(
        `mutation ($id: ID!) { ${mutation}(sessionId: $id) { attention administration { attempts acceptIncomplete } } }`,
        { id: holey.id },
      );
      expect(session).toEqual({
        attention: null,
        administration: { attempts: 0, acceptIncomplete: mutation === 'finalizeIncompleteSession' },
      });
    }
    const { session } = await client.data(
      'query ($id: ID!) { session(id: $id) { administration { timeline { action actor { name } } } } }',
      { id: holey.id },
    );
    expect(session).toMatchObject({
      administration: {
        timeline: [
          { action: 'session.begin' },
          { action: 'session.retry', actor: { name: 'Ada' } },
          { action: 'session.finalise-incomplete', actor: { name: 'Ada' } },
        ],
      },
    });
  });

  it('keeps an abandoned recital, and no other', async () => {
    const confirm = 'mutation ($id: ID!) { confirmAbandonedSession(sessionId: $id) { kept } }';
    expect((await client.data(confirm, { id: abandoned.id })).confirmAbandonedSession).toEqual({
      kept: true,
    });
    const running = await aSession(em, speaker);
    expect((await client.query(confirm, { id: running.id })).code).toBe('CONFLICT');
  });

  it('orders what is due, and hears of what is not there', async () => {
    const due = await set(
      await aSession(em, speaker),
      `status = 'ended', expected_audio_segments = 0, expected_text_segments = 0,
       content_version = 1, last_content_at = now() - interval '1 hour'`,
    );
    await em.execute(
      `insert into audio_segments (session_id, sequence, mime_type, byte_length, sha256, storage_key)
       values (?, 0, 'audio/webm', 1, '', 'x')`,
      [due.id],
    );
    const order = 'mutation ($ids: [ID!]) { finalizeSessions(ids: $ids) }';
    const ids = [due.id, finished.id];
    expect((await client.data(order, { ids })).finalizeSessions).toEqual([due.id]);
    expect((await client.data(order)).finalizeSessions).toContain(due.id);
    expect((await client.query(order, { ids: ['nonsense'] })).code).toBe('NOT_FOUND');
  });
});
