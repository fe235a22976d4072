/** A box of an MP4 file (ISO/IEC 14496-12): its type, and where it lies. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const headerLength = 8;

/**
 * Makes a fragmented MP4 readable of which parts are missing. Its boxes tell their own lengths, so a reader loses its
 * way at the first hole and everything behind it; the fragments tell their own times, so what is left out shows as a hole
 * in time.
 * @param runs - the bytes that are there, in order, cut where something is missing. The first begins the file.
 * @returns the boxes that are whole, without fragments whose sound is not.
 */
export function wholeFragments(runs: readonly Buffer[]): Buffer {
  const kept = runs.flatMap((run, index) => {
    const from = index === 0 ? 0 : firstFragment(run);
    return from === undefined ? [] : wholeBoxes(run, from);
  });
  return Buffer.concat(kept);
}

/** The boxes of a run from `from` on, up to the one that is cut off; a `moof` only together with its `mdat`. */
function wholeBoxes(run: Buffer, from: number): Buffer[] {
  const boxes: Box[] = [];
  for (let box = boxAt(run, from); box !== undefined; box = boxAt(run, box.end)) boxes.push(box);
  if (boxes.at(-1)?.type === 'moof') boxes.pop();
  return boxes.map(({ start, end }) => run.subarray(start, end));
}

/** Where the first fragment begins that is whole. */
function firstFragment(run: Buffer): number | undefined {
  for (let found = run.indexOf('moof'); found !== -1; found = run.indexOf('moof', found + 1)) {
    const moof = boxAt(run, found - 4);
    if (moof !== undefined && boxAt(run, moof.end)?.type === 'mdat') return moof.start;
  }
  return undefined;
}

/** The box that begins there; undefined when it is not whole, or none. */
function boxAt(run: Buffer, start: number): Box | undefined {
  if (start < 0 || start + headerLength > run.length) return undefined;
  const size = run.readUInt32BE(start);
  const end = start + size;
  // 64-bit lengths (1) and "to the end" (0) do not occur in fragments of a recorder.
  if (size < headerLength || end > run.length) return undefined;
  return { type: run.toString('latin1', start + 4, start + headerLength), start, end };
}
