/** What the server acknowledged of one recital, as its speaker remembers it. */
export interface LedgerEntry {
  sessionId: string;
  /** The parts as they were cut, in order. */
  readonly parts: readonly Buffer[];
  /** SHA-256 of each part that was acknowledged, by sequence. */
  readonly audio: Map<number, string>;
  /** SHA-256 of bytes that were refused as a CONFLICT, and with it set aside. */
  readonly setAside: Set<string>;
  /** Sentences that were acknowledged. */
  readonly texts: Set<number>;
  /** Sentences of which the discard was acknowledged. */
  readonly discarded: Set<number>;
  /** How many sentences there are. */
  readonly sentences: number;
  ended: boolean;
  /** Its speaker wished it away, and that was acknowledged. */
  wishedAway: boolean;
}

/** Everything that was promised in one run, and every answer that no promise allows. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  readonly surprises: string[] = [];
  /** Calls that were answered. */
  answers = 0;
  /** Calls that were sent again. */
  repetitions = 0;
}
