import type { MarkRecord } from './journal-records';

/** The takes that were neither redone nor thrown away, in order. */
export function countedTakes(marks: readonly MarkRecord[], discards: readonly number[]): MarkRecord[] {
  return marks.filter((mark) => !mark.discarded && !discards.includes(mark.sequence));
}

/** The last take that counts, or null. */
export function lastCounted(marks: readonly MarkRecord[], discards: readonly number[]): MarkRecord | null {
  return countedTakes(marks, discards).at(-1) ?? null;
}
