/**
 * How many parts there must be: as many as the end declared, and never fewer than have arrived. A session that
 * nobody ended (abandoned) has n = highest sequence + 1.
 */
export function expectedParts(
  declared: number | null,
  arrived: readonly { readonly sequence: number }[],
): number {
  return arrived.reduce((most, { sequence }) => Math.max(most, sequence + 1), declared ?? 0);
}

/** The sequences below `expected` that have not arrived, in order. */
export function missingSequences(
  expected: number,
  arrived: readonly { readonly sequence: number }[],
): number[] {
  const present = new Set(arrived.map(({ sequence }) => sequence));
  return Array.from({ length: expected }, (_, sequence) => sequence).filter(
    (sequence) => !present.has(sequence),
  );
}
