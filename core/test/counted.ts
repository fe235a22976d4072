import type { EntityManager } from '@mikro-orm/postgresql';
import { changeCounted } from '../src/session/count-session.js';
import type { RecitalSession } from '../src/session/recital-session.entity.js';
import type { TextDocument } from '../src/text/text-document.entity.js';
import type { User } from '../src/user/user.entity.js';
import { aSession } from './factories.js';

/**
 * A session that counts, through the same door as a finalisation, without any file.
 * @param daysAgo - how long ago the server heard of it first.
 */
export async function aCountedSession(
  em: EntityManager,
  speaker: User,
  { durationSeconds, daysAgo = 0, text }: { durationSeconds: number; daysAgo?: number; text?: TextDocument },
): Promise<RecitalSession> {
  const session = await aSession(em, speaker, text === undefined ? {} : { text });
  await em.execute(`update recital_sessions set created_at = now() - make_interval(days => ?) where id = ?`, [
    daysAgo,
    session.id,
  ]);
  await changeCounted(em, session.id, (transaction) =>
    transaction.execute(
      `update recital_sessions set status = 'uploaded', kept = true, duration_seconds = ? where id = ?`,
      [durationSeconds, session.id],
    ),
  );
  return session;
}
