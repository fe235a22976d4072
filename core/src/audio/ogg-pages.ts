const capturePattern = 'OggS';
const headerLength = 27;

/**
 * Makes an Ogg stream readable of which parts are missing: a page tells its own length, and older readers take what
 * follows a broken one for its content. Pages tell their own times, so what is left out shows as a hole in time.
 * @param runs - the bytes that are there, in order, cut where something is missing.
 * @returns the pages that are whole.
 */
export function wholePages(runs: readonly Buffer[]): Buffer {
  return Buffer.concat(runs.flatMap(pagesOf));
}

/** The whole pages of a run, from the first one on (RFC 3533, section 6). */
function pagesOf(run: Buffer): Buffer[] {
  const pages: Buffer[] = [];
  for (let start = run.indexOf(capturePattern); start !== -1;) {
    const end = endOfPage(run, start);
    if (end === undefined) {
      // The beginning may have been four bytes of sound; the next one may be none.
      start = run.indexOf(capturePattern, start + 1);
      continue;
    }
    pages.push(run.subarray(start, end));
    start = run.indexOf(capturePattern, end);
  }
  return pages;
}

/** Where the page ends that begins there; undefined when it is not whole. */
function endOfPage(run: Buffer, start: number): number | undefined {
  const segments = run[start + headerLength - 1];
  const content = start + headerLength + (segments ?? 0);
  if (segments === undefined || content > run.length) return undefined;
  const length = run.subarray(start + headerLength, content).reduce((sum, lacing) => sum + lacing, 0);
  return content + length > run.length ? undefined : content + length;
}
