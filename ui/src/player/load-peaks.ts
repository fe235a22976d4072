import { peaksOf } from './peaks';

/** Longer recordings are only a bar: what has to be fetched and decoded for the drawing would be too much for a phone. */
const LONGEST_SECONDS = 15 * 60;
/** Enough for an outline; a sixth of the memory that 48 kHz would take. */
const SAMPLE_RATE = 8000;

/**
 * The outline of a recording at an address, as `peaksOf` gives it.
 * @param durationSeconds as far as it is known
 * @returns null where it cannot or should not be had: too long, saving data, not readable by a page of this site
 */
export async function loadPeaks(
  src: string,
  durationSeconds: number,
  count: number,
  signal: AbortSignal,
): Promise<number[] | null> {
  if (durationSeconds > LONGEST_SECONDS || savesData()) return null;
  try {
    const response = await fetch(src, { signal });
    if (!response.ok) return null;
    const bytes = await response.arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
    return peaksOf(sound.getChannelData(0), count);
  } catch {
    // The recording plays without its outline too.
    return null;
  }
}

/** Not every browser tells. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
