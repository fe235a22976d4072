import type { MaybeRefOrGetter, Ref } from 'vue';
import type { SkipReason } from '../gql/generated';

/** Where a sentence stands in its text: both numbers count from 0. */
export interface Position {
  paragraph: number;
  sentence: number;
}

/** What is read: an immutable revision, as paragraphs of sentences. */
export interface RecitalText {
  id: string;
  paragraphs: string[][];
}

/**
 * The life of one recital on the screen. `stopped` means that the speaker still has to keep or discard it;
 * after that it is `idle` again. `failed` means that nothing was recorded (`problem` says why).
 */
export type RecitalPhase = 'idle' | 'starting' | 'recording' | 'paused' | 'stopping' | 'stopped' | 'failed';

export type RecitalProblemKind =
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-busy'
  | 'microphone-lost'
  | 'microphone-muted'
  | 'recorder-failed'
  | 'storage-full'
  | 'storage-unavailable'
  | 'too-long'
  | 'page-hidden'
  | 'other-tab';

/** Why a recital did not start or ended by itself. `detail` is the browser's own wording, for reports only. */
export interface RecitalProblem {
  kind: RecitalProblemKind;
  detail: string | null;
}

export type LevelVerdict = 'good' | 'quiet' | 'loud' | 'noisy' | 'silent';

/** How loud the microphone is now: `rms` and `peak` from 0 to 1 of full scale, `verdict` smoothed. */
export interface Level {
  rms: number;
  peak: number;
  verdict: LevelVerdict;
}

/** The microphone of the running or last recital. */
export interface MicrophoneInUse {
  /** What the system calls it; null where the browser does not tell */
  label: string | null;
  /** The one that was chosen, when that is not there and this one stands in for it; else null */
  insteadOf: string | null;
}

/** Where the voice of the running or last recital lies, in seconds of voice. */
export interface SavedVoice {
  /** Written to this device's disk */
  onDevice: number;
  /** Acknowledged by the server */
  onServer: number;
  /** Recorded so far */
  total: number;
  /** True once the recital has ended and the server has acknowledged every second and every sentence of it */
  everythingOnServer: boolean;
  /** False when the browser knows that it is offline */
  online: boolean;
}

export interface RecitalLimits {
  /** Longest recital, in seconds of recording time (`clientConfig.maxSessionSeconds`) */
  maxSessionSeconds: number;
}

export interface RecitalOptions {
  userId: string;
  textRevision: RecitalText;
  startAt: Position;
  /** Shown later beside a recital that is left over on the device */
  textTitle?: string;
  /** What the server's configuration says; sensible values hold until it is known */
  limits?: MaybeRefOrGetter<Partial<RecitalLimits> | undefined>;
}

export interface KeepOptions {
  withoutLastSentence: boolean;
}

type ReadonlyRef<T> = Readonly<Ref<T>>;

export interface Recital {
  phase: ReadonlyRef<RecitalPhase>;
  position: ReadonlyRef<Position>;
  /** Recording time, without pauses */
  elapsedSeconds: ReadonlyRef<number>;
  level: ReadonlyRef<Level>;
  /** Why the recital failed to start, or ended by itself; null when all is well. Cleared by the next start */
  problem: ReadonlyRef<RecitalProblem | null>;
  /** Null before the first recital */
  microphone: ReadonlyRef<MicrophoneInUse | null>;
  saved: ReadonlyRef<SavedVoice>;
  /** Takes of this recital that count (redone ones do not) */
  sentencesRead: ReadonlyRef<number>;
  /** The recording to listen to while `stopped`, else null */
  playbackUrl: ReadonlyRef<string | null>;

  /** Opens the microphone and begins at `position`; does nothing unless idle or failed. Never rejects: see `problem`. */
  start(): Promise<void>;
  /** Closes the current sentence and opens the following one; on the last sentence it stops. */
  next(): void;
  pause(): void;
  resume(): void;
  /** The current sentence anew: what was read of it so far counts as discarded. Ends a pause. */
  redo(): void;
  /**
   * Leaves the current sentence out and goes on with the following one; what was read of it counts as discarded. On the
   * last sentence it stops. Ends a pause.
   */
  skip(reason: SkipReason): void;
  /** Ends the recording; settles when everything is written to the device. */
  stop(): Promise<void>;
  /** Goes to another sentence; does nothing while a recording runs or waits for its decision. */
  moveTo(position: Position): void;
  /** Keeps the stopped recital and goes to the sentence to read next. */
  keep(options: KeepOptions): Promise<void>;
  /** Deletes the stopped recital here and on the server, and goes back to where it began. */
  discard(): Promise<void>;
}
