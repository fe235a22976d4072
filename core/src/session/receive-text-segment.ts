import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput } from '../errors/app-error.js';
import { checkSeconds, checkWholeNumber } from '../input/check-number.js';
import { discardTextSegments } from './discard-text-segments.js';
import { hintFinalisation } from './hint-finalisation.js';
import { findOpenSession, openSessionCondition, whyNotOpen } from './open-session.js';
import { longestRecording, maxTextSegments, type SessionLimits } from './session-limits.js';
import { setTextAside } from './set-aside-text.js';
import { TextSegment, type SkipReason } from './text-segment.entity.js';

/** What the acceptance of a reading works with. */
export interface ReceiveTextDependencies {
  readonly em: EntityManager;
  readonly limits: SessionLimits;
  /** True: what comes after the end leaves no hint for the workers (`JOB_SESSION_FINALIZATION_DISABLED`). */
  readonly finalisationDisabled?: boolean;
}

/** A reading of a sentence as the client reports it. */
export interface IncomingTextSegment {
  readonly userId: string;
  readonly sessionId: string;
  /** Counts from 0, over all readings of the session, those that were redone included. */
  readonly sequence: number;
  /** Counts from 0. */
  readonly paragraph: number;
  /** Counts from 0 within its paragraph. */
  readonly sentence: number;
  /** Seconds of recording time at which the sentence was opened. */
  readonly seekStart: number;
  /** Seconds of recording time at which it was closed. */
  readonly seekEnd: number;
  /** True: this reading is not wanted. */
  readonly discarded: boolean;
  /** Why the sentence was left out; only with `discarded`. Null or left out: it was not. */
  readonly skipReason?: SkipReason | null;
}

/**
 * Takes in one reading of one sentence; its text is the revision's. Accepted in any status but deleted.
 * The same reading again: the same answer, with the reason it first came with. Discarding is one way: the same reading with `discarded` true discards
 * it, with `discarded` false leaves a discarded one discarded. A discard that came before its sentence holds.
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT for another reading than the one that is there (kept, set aside).
 */
export async function receiveTextSegment(
  { em, limits, finalisationDisabled = false }: ReceiveTextDependencies,
  incoming: IncomingTextSegment,
): Promise<TextSegment> {
  check(incoming, limits);
  const session = await findOpenSession(em, incoming);
  const text = await sentenceOf(em, session.textRevisionId, incoming);
  const outcome = await accept(em, incoming, text);
  if (outcome === 'session-not-open') throw await whyNotOpen(em, incoming);
  if (outcome === 'accepted' && session.status !== 'active' && !finalisationDisabled) {
    await hintFinalisation(em, session.id);
  }
  const segment = await em.findOneOrFail(
    TextSegment,
    { session: session.id, sequence: incoming.sequence },
    { refresh: true },
  );
  if (!isSameReading(segment, incoming)) {
    await setTextAside(em, incoming);
    throw new AppError(
      'CONFLICT',
      `Sentence ${incoming.sequence} is already there as another reading. The first stays; this one was set aside.`,
      { sequence: incoming.sequence },
    );
  }
  if (incoming.discarded && !segment.discarded) {
    const readings = { ...incoming, sequences: [incoming.sequence] };
    const [discarded] = await discardTextSegments(em, readings, { finalisationDisabled });
    return discarded ?? segment;
  }
  return segment;
}

function check(incoming: IncomingTextSegment, limits: SessionLimits): void {
  const seconds = { least: 0, most: longestRecording(limits) };
  checkWholeNumber('sequence', incoming.sequence, { least: 0, most: maxTextSegments - 1 });
  checkWholeNumber('paragraph', incoming.paragraph, { least: 0, most: 1_000_000 });
  checkWholeNumber('sentence', incoming.sentence, { least: 0, most: 1_000_000 });
  checkSeconds('seekStart', incoming.seekStart, seconds);
  checkSeconds('seekEnd', incoming.seekEnd, seconds);
  if (incoming.seekEnd < incoming.seekStart) {
    throw badInput('seekEnd', 'seekEnd must not lie before seekStart.');
  }
  if (incoming.skipReason && !incoming.discarded) {
    throw badInput('skipReason', 'A sentence that was left out is a discarded reading.');
  }
}

function isSameReading(segment: TextSegment, incoming: IncomingTextSegment): boolean {
  return (
    segment.paragraph === incoming.paragraph &&
    segment.sentence === incoming.sentence &&
    segment.seekStart === incoming.seekStart &&
    segment.seekEnd === incoming.seekEnd
  );
}

async function sentenceOf(
  em: EntityManager,
  textRevisionId: string,
  { paragraph, sentence }: IncomingTextSegment,
): Promise<string> {
  const [{ text } = { text: null }] = await em.execute<{ text: string | null }[]>(
    `select paragraphs -> ?::int ->> ?::int as text from text_revisions where id = ?`,
    [paragraph, sentence, textRevisionId],
  );
  if (text === null) {
    throw badInput('sentence', `The text has no sentence ${sentence} in its paragraph ${paragraph}.`);
  }
  return text;
}

async function accept(
  em: EntityManager,
  incoming: IncomingTextSegment,
  text: string,
): Promise<'accepted' | 'sequence-taken' | 'session-not-open'> {
  const [row] = await em.execute<{ accepted: boolean }[]>(
    `with open_session as materialized (
       select id, discarded_sequences from recital_sessions where ${openSessionCondition()} for no key update
     ), accepted as (
       insert into text_segments
         (session_id, sequence, paragraph, sentence, text, seek_start, seek_end, discarded, skip_reason)
       select id, ?, ?, ?, ?, ?, ?, ? or ? = any (discarded_sequences), ? from open_session
       on conflict (session_id, sequence) do nothing
       returning session_id
     ), counted as (
       update recital_sessions set
         content_version = content_version + 1, last_content_at = now(), last_activity_at = now(),
         updated_at = now()
       from accepted where recital_sessions.id = accepted.session_id
     )
     select exists (select from accepted) as accepted from open_session`,
    [
      incoming.sessionId,
      incoming.userId,
      incoming.sequence,
      incoming.paragraph,
      incoming.sentence,
      text,
      incoming.seekStart,
      incoming.seekEnd,
      incoming.discarded,
      incoming.sequence,
      incoming.skipReason ?? null,
    ],
  );
  if (row === undefined) return 'session-not-open';
  return row.accepted ? 'accepted' : 'sequence-taken';
}
