import { readSlices, readSlicesWhile } from '../journal/read';
import type { Journal } from '../journal/journal';
import type { JournalSnapshot, SliceRecord, UnitRecord } from '../journal/journal-records';

/** How much voice goes into one unit. */
export interface UnitLimits {
  seconds: number;
  bytes: number;
}

/** Design values; the server's configuration may ask for less. */
export const DEFAULT_LIMITS: UnitLimits = { seconds: 10, bytes: 900_000 };

/**
 * Says for one slice after the other whether it still belongs into the unit: the first one always, the others
 * until the unit holds `seconds` of voice or the next slice would exceed `bytes`.
 */
export function unitFiller(limits: UnitLimits): (slice: SliceRecord) => boolean {
  let bytes = 0;
  let from: number | null = null;
  let to = 0;
  return (slice) => {
    const size = slice.bytes.byteLength;
    if (from !== null && (to - from >= limits.seconds || bytes + size > limits.bytes)) return false;
    bytes += size;
    from ??= slice.from;
    to = slice.to;
    return true;
  };
}

/** The unit that follows those which the recital has; null when all slices are in units. */
export async function cutUnit(
  journal: Journal,
  snapshot: JournalSnapshot,
  limits: UnitLimits,
): Promise<UnitRecord | null> {
  const { clientKey } = snapshot.header;
  const firstSlice = snapshot.units.at(-1)?.endSlice ?? 0;
  const slices = await readSlicesWhile(journal, clientKey, firstSlice, unitFiller(limits));
  const first = slices[0];
  const last = slices.at(-1);
  if (!first || !last) return null;
  const bytes = join(slices);
  return {
    clientKey,
    sequence: snapshot.units.length,
    firstSlice,
    endSlice: last.index + 1,
    byteLength: bytes.byteLength,
    sha256: await sha256Of(bytes),
    from: first.from,
    to: last.to,
  };
}

/** The bytes of a unit as they were when it was cut; null when the device no longer holds exactly those. */
export async function readUnit(journal: Journal, unit: UnitRecord): Promise<ArrayBuffer | null> {
  const bytes = join(await readSlices(journal, unit.clientKey, unit.firstSlice, unit.endSlice));
  return (await sha256Of(bytes)) === unit.sha256 ? bytes : null;
}

function join(slices: readonly SliceRecord[]): ArrayBuffer {
  const length = slices.reduce((sum, slice) => sum + slice.bytes.byteLength, 0);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const slice of slices) {
    bytes.set(new Uint8Array(slice.bytes), offset);
    offset += slice.bytes.byteLength;
  }
  return bytes.buffer;
}

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
