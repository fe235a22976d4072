import type { EntityManager } from '@mikro-orm/postgresql';
import { openSessionCondition } from './open-session.js';
import type { IncomingTextSegment } from './receive-text-segment.js';

/** Gives another reading for a taken sequence a row of its own; the same one again changes nothing. */
export async function setTextAside(em: EntityManager, reading: IncomingTextSegment): Promise<void> {
  await em.execute(
    `insert into set_aside_text (session_id, sequence, paragraph, sentence, seek_start, seek_end, discarded)
     select id, ?, ?, ?, ?, ?, ? from recital_sessions where ${openSessionCondition()} for share
     on conflict do nothing`,
    [
      reading.sequence,
      reading.paragraph,
      reading.sentence,
      reading.seekStart,
      reading.seekEnd,
      reading.discarded,
      reading.sessionId,
      reading.userId,
    ],
  );
}
