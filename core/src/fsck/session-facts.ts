import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { AudioSegment } from '../session/audio-segment.entity.js';
import { RecitalSession } from '../session/recital-session.entity.js';
import { SetAsideAudio } from '../session/set-aside.entity.js';
import { TextSegment } from '../session/text-segment.entity.js';

/** What the database says of one session, for comparison with the store. */
export interface SessionFacts {
  readonly session: RecitalSession;
  /** A worker is at it: its finished files may be changing at this moment. */
  readonly leaseHeld: boolean;
  /** In order of sequence. */
  readonly segments: readonly AudioSegment[];
  readonly setAside: readonly SetAsideAudio[];
  readonly textSegments: number;
}

/** @returns undefined when the session does not exist. */
export async function readSessionFacts(
  em: EntityManager,
  sessionId: string,
): Promise<SessionFacts | undefined> {
  return inTransaction(
    em,
    async (snapshot) => {
      const session = await snapshot.findOne(RecitalSession, sessionId);
      if (session === null) return undefined;
      const of = { session: sessionId };
      const [lease] = await snapshot.execute<{ held: boolean }[]>(
        'select coalesce(lease_until > now(), false) as held from recital_sessions where id = ?',
        [sessionId],
      );
      return {
        session,
        leaseHeld: lease?.held ?? false,
        segments: await snapshot.find(AudioSegment, of, { orderBy: { sequence: 'asc' } }),
        setAside: await snapshot.find(SetAsideAudio, of),
        textSegments: await snapshot.count(TextSegment, of),
      };
    },
    { readOnly: true },
  );
}
