import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { spawnBoxed, type BoxLimits } from './box.js';
import type { AudioTools } from './find-audio-tools.js';
import { PacketList, packetListing, type PacketScan } from './packet-list.js';
import { watchBoxedProcess } from './watch-boxed-process.js';

/**
 * The scan only reads, and lists: 360,000 packets (2 hours of Opus) take about two seconds and 20 MB. The list of a
 * recording in the shortest packets there are, of 2.5 ms, has 150 MB.
 */
const limits: BoxLimits = { cpuSeconds: 300, memoryBytes: 2 ** 30, fileBytes: 2 ** 28, wallSeconds: 600 };

/** A file, and what ffprobe is told of it (`demuxerOptions` …). */
export interface ScannedFile {
  readonly folder: string;
  readonly file: string;
  readonly demuxer: readonly string[];
  /** Where the list of the packets is written; default: `folder`. */
  readonly scratch?: string;
}

/**
 * Reads the times of all packets of a file's first audio stream, without decoding.
 * @returns undefined when there is not one packet of audio in it.
 * @throws AudioToolError when the file cannot be read as what it was declared to be.
 */
export async function scanPackets(
  tools: AudioTools,
  { folder, file, demuxer, scratch = folder }: ScannedFile,
  signal?: AbortSignal,
): Promise<PacketScan | undefined> {
  const args = ['-v', 'error', ...demuxer, ...packetListing, `file:${file}`];
  const list = new PacketList();
  // By a file and not by a pipe: ffprobe writes each line by itself, and this process would wake up for every one.
  const handle = await openNameless(scratch);
  try {
    const child = spawnBoxed(tools.box, tools.ffprobe, args, { limits, folder, output: handle.fd });
    await watchBoxedProcess(child, { name: 'ffprobe', limits, signal });
    for await (const chunk of handle.createReadStream({
      start: 0,
      highWaterMark: 2 ** 18,
      autoClose: false,
    })) {
      list.push(chunk as Buffer);
    }
  } finally {
    await handle.close();
  }
  return list.scan();
}

/** A file that is gone with this process, whatever ends it. */
async function openNameless(folder: string): Promise<FileHandle> {
  const file = path.join(folder, `${randomUUID()}.packets`);
  const handle = await open(file, 'wx+', 0o600);
  await unlink(file);
  return handle;
}
