import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { setTimeout as wait } from 'node:timers/promises';
import { tokenFor } from '../uploads/reciters.js';

/** How soon something could be heard of a recital, in seconds from the answer to its end. */
export interface Playable {
  readonly sessionId: string;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** Its main audio: asked for and played through the API. */
  readonly heard: number;
  /** All its files were published. */
  readonly finished: number;
}

/** Waits until a recital that was just ended can be heard, and until it is finished. */
export async function untilPlayable(em: EntityManager, port: number, sessionId: string): Promise<Playable> {
  const began = performance.now();
  const endedAt = Date.now();
  const since = (): number => (performance.now() - began) / 1000;
  const { user } = await em.findOneOrFail(RecitalSession, sessionId, { populate: ['user'] });
  const token = await tokenFor(user.getEntity());
  await reached(em, sessionId, "early_main is not null or status = 'uploaded'");
  await play(`http://127.0.0.1:${port}`, token, sessionId);
  const heard = since();
  await reached(em, sessionId, "status = 'uploaded'");
  return { sessionId, endedAt, heard, finished: since() };
}

async function reached(em: EntityManager, sessionId: string, condition: string): Promise<void> {
  for (;;) {
    const [row] = await em.execute<{ there: boolean }[]>(
      `select ${condition} as there from recital_sessions where id = ?`,
      [sessionId],
    );
    if (row?.there === true) return;
    await wait(20);
  }
}

/** Asks for what can be played, as the recorder does, and reads its beginning. */
async function play(site: string, token: string, id: string): Promise<void> {
  const query =
    'query ($id: ID!) { session(id: $id) { preview(early: true) { audioUrl captions { text } } } }';
  const answer = await fetch(`${site}/api/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { data } = (await answer.json()) as { data: { session: { preview: { audioUrl: string } | null } } };
  if (data.session.preview === null) throw new Error('Nothing can be heard of the recital.');
  const headers = { range: 'bytes=0-65535' };
  const audio = await fetch(new URL(data.session.preview.audioUrl, site), { headers });
  if (audio.status !== 206) throw new Error(`Its audio was answered with ${audio.status}.`);
  await audio.arrayBuffer();
}
