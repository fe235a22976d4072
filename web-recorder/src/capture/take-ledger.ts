import type { MarkRecord } from '../journal/journal-records';
import type { SkipReason } from '../gql/generated';
import type { Position } from './recital';

/** What becomes of a take: it counts, or it is cut out because its sentence was redone or left out. */
export type TakeFate = 'counts' | 'redone' | SkipReason;

/**
 * Turns presses into sentence marks: a take runs from the press that opened it to the press that closed it, the
 * first one from 0, without gaps between them.
 */
export class TakeLedger {
  private position: Position;
  private openedAt = 0;
  private sequence = 0;
  private counted = 0;
  private last: MarkRecord | null = null;

  constructor(
    private readonly clientKey: string,
    startAt: Position,
  ) {
    this.position = startAt;
  }

  /** The sentence that is being read. */
  get current(): Position {
    return this.position;
  }

  /** Takes that count. */
  get sentencesRead(): number {
    return this.counted;
  }

  /** The last take that counts. */
  get lastCounted(): MarkRecord | null {
    return this.last;
  }

  /**
   * Closes the open take at recording time `at` and opens `next` (null: the recording ends here).
   * @returns the mark, or null when no time has passed: the take never was
   */
  close(at: number, next: Position | null, fate: TakeFate = 'counts'): MarkRecord | null {
    const { position, openedAt } = this;
    if (next) this.position = next;
    if (at <= openedAt) return null;
    const mark: MarkRecord = {
      clientKey: this.clientKey,
      sequence: this.sequence,
      paragraph: position.paragraph,
      sentence: position.sentence,
      seekStart: openedAt,
      seekEnd: at,
      discarded: fate !== 'counts',
      skipReason: fate === 'counts' || fate === 'redone' ? null : fate,
      next,
    };
    this.openedAt = at;
    this.sequence += 1;
    if (!mark.discarded) {
      this.counted += 1;
      this.last = mark;
    }
    return mark;
  }
}
