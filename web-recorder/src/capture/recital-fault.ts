import type { RecitalProblem, RecitalProblemKind } from './recital';

/** An error whose kind the speaker can be told. */
export class RecitalFault extends Error {
  constructor(
    readonly kind: RecitalProblemKind,
    detail: string,
  ) {
    super(detail);
    this.name = 'RecitalFault';
  }
}

/** What went wrong, as the speaker is told; an error of unknown origin counts as one of kind `otherwise`. */
export function problemOf(error: unknown, otherwise: RecitalProblemKind): RecitalProblem {
  if (error instanceof RecitalFault) return { kind: error.kind, detail: error.message };
  return {
    kind: otherwise,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** What a failed write to the journal means. */
export function storageProblemOf(error: unknown): RecitalProblem {
  const full = error instanceof Error && error.name === 'QuotaExceededError';
  return problemOf(error, full ? 'storage-full' : 'storage-unavailable');
}
