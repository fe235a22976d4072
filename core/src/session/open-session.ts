import type { EntityManager } from '@mikro-orm/postgresql';
import { askedTogether } from '../db/asked-together.js';
import { runPrepared } from '../db/prepared-statement.js';
import { AppError, notFound } from '../errors/app-error.js';
import type { CaptureSettings } from './capture-settings.js';
import type { SessionStatus } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';

/** A session, and whose it has to be. */
export interface SessionAddress {
  readonly userId: string;
  readonly sessionId: string;
}

/** What the operations of a speaker need to know of the session they write to. */
export interface OpenSession {
  readonly id: string;
  readonly status: SessionStatus;
  readonly textRevisionId: string;
  readonly capture: CaptureSettings;
  /** Hex, of the audio segment that is there under the sequence that was asked for; null when there is none. */
  readonly segmentSha256: string | null;
}

/**
 * SQL condition of a session that still takes what its speaker sends. Nothing but a person's wish closes it:
 * an ended, abandoned or finished one takes late segments as well.
 * @param id - the session's id, in SQL. Default: the next parameter.
 * @param userId - whose it has to be, in SQL. Default: the parameter after that.
 */
export function openSessionCondition(id = '?', userId = '?'): string {
  return `id = ${id} and user_id = ${userId} and not disavowed and status <> 'discarded'`;
}

/** A session that is asked for, and the audio segment of which it is asked whether it is there. */
interface AskedSession extends SessionAddress {
  readonly audioSequence: number;
}

const openSessions = {
  name: 'open-sessions',
  sql: `select asked.place::int as place, id, status, text_revision_id as "textRevisionId", capture,
      (select sha256 from audio_segments where session_id = recital_sessions.id and sequence = asked.sequence)
        as "segmentSha256"
    from unnest(?::text[], ?::uuid[], ?::int[]) with ordinality as asked (session_id, asker, sequence, place)
    join recital_sessions on ${openSessionCondition('asked.session_id', 'asker')}`,
};

const findOpen = askedTogether<AskedSession, OpenSession | undefined>(async (em, asked) => {
  const found = await runPrepared<OpenSession & { readonly place: number }>(em, openSessions, [
    asked.map(({ sessionId }) => sessionId),
    asked.map(({ userId }) => userId),
    asked.map(({ audioSequence }) => audioSequence),
  ]);
  const byPlace = new Map(found.map(({ place, ...session }) => [place, session]));
  return asked.map((_, index) => byPlace.get(index + 1));
});

/**
 * The session as it is at this moment; the writing statement has to make the same condition again.
 * @throws NOT_FOUND when it is not the user's, was never there, or was deleted by a person.
 */
export async function findOpenSession(
  em: EntityManager,
  { userId, sessionId, audioSequence = -1 }: SessionAddress & { readonly audioSequence?: number },
): Promise<OpenSession> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const session = await findOpen(em, { userId, sessionId, audioSequence });
  if (session === undefined) throw await whyNotOpen(em, { userId, sessionId });
  return session;
}

/** The error for a session that a conditional statement did not find open. */
export async function whyNotOpen(
  em: EntityManager,
  { userId, sessionId }: SessionAddress,
): Promise<AppError> {
  const owned = await em.execute<unknown[]>('select 1 from recital_sessions where id = ? and user_id = ?', [
    sessionId,
    userId,
  ]);
  return owned.length === 0
    ? notFound('session')
    : new AppError('NOT_FOUND', 'This recital was deleted, and takes nothing any more. Begin a new one.');
}
