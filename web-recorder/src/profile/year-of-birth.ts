/** What the server takes: nobody who records was born earlier, or is younger than 16. */
const earliest = 1920;
const youngest = 16;

/** The years that a speaker can have been born in, both included. */
export function yearsOfBirth(now = new Date()): { earliest: number; latest: number } {
  return { earliest, latest: now.getUTCFullYear() - youngest };
}

/**
 * The year that somebody typed: null for nothing, undefined for what is no year that can be.
 */
export function readYear(typed: string, now = new Date()): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  const { latest } = yearsOfBirth(now);
  return year >= earliest && year <= latest ? year : undefined;
}
