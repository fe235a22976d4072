import type { Position } from '../capture/recital';
import type { CaptureInput, SessionEndReason, SkipReason } from '../gql/generated';
import type { UploadProblem } from '../upload/unsent-recital';

/*
 * What the journal of one recital holds. The recorder appends headers, slices, marks and the end; the speaker's
 * choice adds a decision and discards; the uploader appends units and keeps its own progress. Nobody changes what
 * somebody else wrote. All times are seconds of recording time.
 */

/** Written before the first sound. */
export interface HeaderRecord {
  clientKey: string;
  userId: string;
  textRevisionId: string;
  textTitle: string | null;
  /** ISO time stamp */
  startedAt: string;
  /** Where the first take begins */
  startAt: Position;
  mimeType: string;
  capture: CaptureInput;
}

/** A stretch of the recorder's bytes, in order and without holes; useless alone, playable all together. */
export interface SliceRecord {
  clientKey: string;
  index: number;
  bytes: ArrayBuffer;
  from: number;
  to: number;
}

/** One uploaded segment: slices `firstSlice` up to but not including `endSlice`. */
export interface UnitRecord {
  clientKey: string;
  sequence: number;
  firstSlice: number;
  endSlice: number;
  byteLength: number;
  sha256: string;
  from: number;
  to: number;
}

/** A sentence that was read, from the press that opened it to the press that closed it. */
export interface MarkRecord {
  clientKey: string;
  sequence: number;
  paragraph: number;
  sentence: number;
  seekStart: number;
  seekEnd: number;
  /** True for a take that was redone, or whose sentence was left out */
  discarded: boolean;
  /** Why the sentence was left out; null, or in older recitals undefined: it was not */
  skipReason?: SkipReason | null;
  /** The sentence that the closing press opened; null when it ended the recording */
  next: Position | null;
}

/** A take that was thrown away after it was marked. */
export interface DiscardRecord {
  clientKey: string;
  sequence: number;
}

export interface EndRecord {
  clientKey: string;
  durationSeconds: number;
  reason: Extract<SessionEndReason, 'FINISHED' | 'INTERRUPTED'>;
}

export type Decision = 'keep' | 'delete';

/** What the speaker wishes; a wish to delete is final. */
export interface DecisionRecord {
  clientKey: string;
  decision: Decision;
}

/** How far the server has acknowledged this recital. */
export interface ProgressRecord {
  clientKey: string;
  sessionId: string | null;
  /** Units and marks are acknowledged in order: these many from the first */
  units: number;
  marks: number;
  discards: number[];
  ended: boolean;
  /** Units and marks of which the server holds other bytes; it set ours aside */
  conflicts: { units: number[]; marks: number[] };
  /** Largest unit that the way to the server lets through, once one was refused as too large */
  unitByteLimit: number | null;
  /** The server refuses this recital: nothing more is sent until somebody decides or the page is opened anew */
  stopped: boolean;
  problem: UploadProblem | null;
}

/** Everything but the bytes. */
export interface JournalSnapshot {
  header: HeaderRecord;
  /** How many slices there are, and the recording time at which the last one ends */
  voice: { slices: number; seconds: number };
  units: UnitRecord[];
  marks: MarkRecord[];
  discards: number[];
  end: EndRecord | null;
  decision: Decision | null;
  progress: ProgressRecord;
}

/** The progress of a recital that the uploader has not touched yet. */
export function noProgress(clientKey: string): ProgressRecord {
  return {
    clientKey,
    sessionId: null,
    units: 0,
    marks: 0,
    discards: [],
    ended: false,
    conflicts: { units: [], marks: [] },
    unitByteLimit: null,
    stopped: false,
    problem: null,
  };
}
