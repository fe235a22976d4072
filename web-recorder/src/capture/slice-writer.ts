import { appendEnd, appendMark, appendSlices } from '../journal/append';
import { closeAtLastSlice } from '../journal/close-interrupted';
import type { Journal } from '../journal/journal';
import type { EndRecord, MarkRecord, SliceRecord } from '../journal/journal-records';

/** A recorder that slept can hand over minutes at once; in small slices a unit can always be split below a limit. */
const LARGEST_SLICE = 64_000;

/**
 * Writes what the recorder gives, in order. After a failed write it writes nothing more: a hole in the middle
 * would spoil everything behind it.
 */
export class SliceWriter {
  private last: Promise<void> = Promise.resolve();
  private failure: unknown = null;
  private slices = 0;
  private seconds = 0;

  /**
   * @param onFailure is told of the first write that failed
   * @param onWritten is told up to which recording time the voice is on the disk
   */
  constructor(
    private readonly journal: Journal,
    private readonly clientKey: string,
    private readonly onFailure: (error: unknown) => void,
    private readonly onWritten: (seconds: number) => void,
  ) {}

  /** True once voice is on the disk. */
  get hasVoice(): boolean {
    return this.slices > 0;
  }

  /** Takes over a blob of the recorder that reaches up to recording time `to`; empty ones are not counted. */
  addBlob(blob: Blob, to: number): void {
    if (blob.size === 0) return;
    this.enqueue(async () => {
      const bytes = await blob.arrayBuffer();
      const slices = cutIntoSlices(
        this.clientKey,
        this.slices,
        bytes,
        this.seconds,
        Math.max(to, this.seconds),
      );
      await appendSlices(this.journal, slices);
      this.slices += slices.length;
      this.seconds = Math.max(to, this.seconds);
      this.onWritten(this.seconds);
    });
  }

  addMark(mark: MarkRecord): void {
    this.enqueue(() => appendMark(this.journal, mark));
  }

  /**
   * Writes the end; settles when everything before it is written too. After a failed write the recital ends where
   * the voice on the disk does; rejects when not even that can be written.
   */
  async end(end: EndRecord, lastMark: MarkRecord | null): Promise<void> {
    this.enqueue(async () => {
      if (this.slices > 0) await appendEnd(this.journal, end, lastMark);
    });
    await this.last;
    if (this.failure) await closeAtLastSlice(this.journal, this.clientKey);
  }

  private enqueue(write: () => Promise<void>): void {
    this.last = this.last.then(async () => {
      if (this.failure) return;
      await write().catch((error: unknown) => {
        this.failure = error;
        this.onFailure(error);
      });
    });
  }
}

/** Cuts the bytes of one blob into slices of bearable size, its time spread evenly over them. */
export function cutIntoSlices(
  clientKey: string,
  firstIndex: number,
  bytes: ArrayBuffer,
  from: number,
  to: number,
): SliceRecord[] {
  const count = Math.ceil(bytes.byteLength / LARGEST_SLICE);
  // Whole milliseconds, as the recording clock gives them.
  const timeOf = (part: number) => Math.round((from + ((to - from) * part) / count) * 1000) / 1000;
  return Array.from({ length: count }, (_, part) => ({
    clientKey,
    index: firstIndex + part,
    bytes: bytes.slice(part * LARGEST_SLICE, (part + 1) * LARGEST_SLICE),
    from: timeOf(part),
    to: timeOf(part + 1),
  }));
}
