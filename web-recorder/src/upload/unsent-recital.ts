import type { Position } from '../capture/recital';

/**
 * `sending`: on its way. `waiting`: kept here until the server can take it (see `problem`). `stopped`: the server
 * refuses it; the bytes stay, the speaker may download or delete them. `needs-decision`: its speaker has not said
 * whether to keep it. `done`: everything is on the server.
 */
export type UnsentState = 'waiting' | 'sending' | 'stopped' | 'needs-decision' | 'done';

export type UploadProblemKind =
  | 'offline'
  | 'server-unavailable'
  | 'signed-out'
  | 'other-user'
  | 'agreement-required'
  | 'rate-limited'
  | 'too-large'
  | 'refused';

/** Why voice is not yet on the server. `detail` is the server's wording, for reports only. */
export interface UploadProblem {
  kind: UploadProblemKind;
  detail: string | null;
}

/** A recital on this device whose voice or fate the server does not fully know yet. */
export interface UnsentRecital {
  /** The recital's client key */
  id: string;
  textRevisionId: string;
  textTitle: string | null;
  /** ISO time stamp */
  startedAt: string;
  state: UnsentState;
  /** True while a tab of this browser still records it */
  recording: boolean;
  /** True when it ended by itself: its last sentence is probably unfinished */
  interrupted: boolean;
  /** Seconds of voice written to this device */
  secondsOnDevice: number;
  /** Seconds of voice that the server acknowledged */
  secondsOnServer: number;
  /** Takes that count */
  sentencesRead: number;
  lastSentence: Position | null;
  problem: UploadProblem | null;
}
