import type { ByteRange } from '@crowd-recital/core/storage/content-store.js';

/**
 * Reads a Range header (RFC 9110 section 14.2).
 * @param size - bytes of the whole, at least 1.
 * @returns the range; 'whole' where the header says nothing that we serve in part (no header, other units,
 *   several ranges, nonsense); 'unsatisfiable' when it lies beyond the end.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  if (from === '') {
    const suffix = Number(to);
    return suffix === 0 ? 'unsatisfiable' : { from: Math.max(0, size - suffix), to: size - 1 };
  }
  const range = { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (to !== '' && Number(to) < range.from) return 'whole';
  return range.from >= size ? 'unsatisfiable' : range;
}
