import type { JournalSnapshot, MarkRecord, UnitRecord } from '../journal/journal-records';

/** What to do next for one recital. */
export type Step =
  /** Ask the server who we are and how large a unit may be */
  | { kind: 'learn-terms' }
  | { kind: 'create-session' }
  | { kind: 'cut-unit' }
  | { kind: 'send-unit'; unit: UnitRecord }
  | { kind: 'send-mark'; mark: MarkRecord }
  | { kind: 'send-discards'; sequences: number[] }
  | { kind: 'end-session' }
  | { kind: 'heartbeat' }
  /** Delete the voice here: its speaker wished it away */
  | { kind: 'forget-voice' }
  | { kind: 'discard-session' }
  /** The tab that recorded it died: give the recital an end, or forget it when it has no voice */
  | { kind: 'close-interrupted' }
  | { kind: 'remove' }
  /** Nothing to do until the journal changes, or so many seconds have passed */
  | { kind: 'wait'; seconds: number };

/** What the journal alone does not tell. */
export interface Circumstances {
  /** A tab is recording this recital right now */
  recording: boolean;
  termsKnown: boolean;
  /** Voice that makes a unit full */
  unitSeconds: number;
  /** Since the server accepted the last call of this recital; Infinity before the first */
  secondsSinceAccepted: number;
}

/** The server takes a session without a sign of life for abandoned; pauses are such silence. */
const HEARTBEAT_SECONDS = 300;

/**
 * The order of things: session, voice, sentence marks, discards, end. Voice goes first because it is what cannot
 * be had again. It is sent before anybody has decided about it, and while it is being recorded.
 */
export function nextStep(snapshot: JournalSnapshot, now: Circumstances): Step {
  if (snapshot.decision === 'delete') return stepOfDeletion(snapshot, now);
  if (snapshot.progress.ended) return { kind: 'remove' };
  if (!snapshot.end && !now.recording) return { kind: 'close-interrupted' };
  if (snapshot.voice.slices === 0) return { kind: 'wait', seconds: Infinity };
  if (!now.termsKnown) return { kind: 'learn-terms' };
  if (!snapshot.progress.sessionId) return { kind: 'create-session' };
  return stepOfSending(snapshot, now) ?? stepOfWaiting(snapshot, now);
}

function stepOfSending(snapshot: JournalSnapshot, now: Circumstances): Step | null {
  const { units, marks, discards, end, decision, voice, progress } = snapshot;
  const unit = units[progress.units];
  if (unit) return { kind: 'send-unit', unit };

  const last = units.at(-1);
  const isFull = voice.seconds - (last?.to ?? 0) >= now.unitSeconds;
  const isRest = end !== null && (last?.endSlice ?? 0) < voice.slices;
  if (isFull || isRest) return { kind: 'cut-unit' };

  const mark = marks[progress.marks];
  if (mark) return { kind: 'send-mark', mark };

  const sequences = discards.filter((sequence) => !progress.discards.includes(sequence));
  if (sequences.length > 0) return { kind: 'send-discards', sequences };
  return end && decision === 'keep' ? { kind: 'end-session' } : null;
}

function stepOfWaiting(snapshot: JournalSnapshot, now: Circumstances): Step {
  if (snapshot.end) return { kind: 'wait', seconds: Infinity };
  const seconds = HEARTBEAT_SECONDS - now.secondsSinceAccepted;
  return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'heartbeat' };
}

/** Here at once, then on the server; without a session there is nothing of it on the server. */
function stepOfDeletion(snapshot: JournalSnapshot, now: Circumstances): Step {
  if (now.recording) return { kind: 'wait', seconds: Infinity };
  if (snapshot.voice.slices > 0) return { kind: 'forget-voice' };
  if (!snapshot.progress.sessionId) return { kind: 'remove' };
  return now.termsKnown ? { kind: 'discard-session' } : { kind: 'learn-terms' };
}
