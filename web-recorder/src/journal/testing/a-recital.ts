import { appendEnd, appendHeader, appendMark, appendSlices } from '../append';
import type { Journal } from '../journal';
import type { EndRecord, HeaderRecord, MarkRecord, SliceRecord } from '../journal-records';

/** The header of a recital by `userId`. */
export function aHeader(clientKey: string, userId: string): HeaderRecord {
  return {
    clientKey,
    userId,
    textRevisionId: 'revision-1',
    textTitle: 'A text',
    startedAt: '2026-01-31T14:05:09.000Z',
    startAt: { paragraph: 0, sentence: 0 },
    mimeType: 'audio/webm;codecs=opus',
    capture: { mimeType: 'audio/webm;codecs=opus', sampleRate: 48_000 },
  };
}

/** One second of voice, told from every other second by its bytes. */
export function aSlice(clientKey: string, index: number, byteLength = 16): SliceRecord {
  const bytes = new Uint8Array(byteLength).map((_, offset) => (index * 31 + offset * 7) % 256);
  return { clientKey, index, bytes: bytes.buffer, from: index, to: index + 1 };
}

/** Sentence number `sequence` of the first paragraph, read in so many seconds. */
export function aMark(clientKey: string, sequence: number, seconds = 5): MarkRecord {
  return {
    clientKey,
    sequence,
    paragraph: 0,
    sentence: sequence,
    seekStart: sequence * seconds,
    seekEnd: (sequence + 1) * seconds,
    discarded: false,
    next: { paragraph: 0, sentence: sequence + 1 },
  };
}

export interface RecitalShape {
  seconds: number;
  sentences: number;
  /** Null: the recorder died before it wrote one */
  end?: Pick<EndRecord, 'reason'> | null;
  bytesPerSecond?: number;
}

/** Writes a recital as the recorder would, and returns all of its bytes. */
export async function recite(journal: Journal, clientKey: string, shape: RecitalShape): Promise<Uint8Array> {
  const { seconds, sentences, end = { reason: 'FINISHED' }, bytesPerSecond = 16 } = shape;
  const slices = Array.from({ length: seconds }, (_, index) => aSlice(clientKey, index, bytesPerSecond));
  await appendHeader(journal, aHeader(clientKey, journal.userId));
  await appendSlices(journal, slices);
  for (let sequence = 0; sequence < sentences; sequence += 1) {
    await appendMark(journal, aMark(clientKey, sequence, seconds / sentences));
  }
  if (end) await appendEnd(journal, { clientKey, durationSeconds: seconds, reason: end.reason }, null);
  return new Uint8Array(await new Blob(slices.map((slice) => slice.bytes)).arrayBuffer());
}
