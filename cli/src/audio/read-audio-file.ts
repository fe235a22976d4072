import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { AudioToolError } from '@crowd-recital/core/audio/audio-tool-error.js';
import { containerFacts } from '@crowd-recital/core/audio/container.js';
import { demuxerOptions } from '@crowd-recital/core/audio/demuxer-options.js';
import { AudioToolMissingError, findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { scanPackets } from '@crowd-recital/core/audio/packet-scan.js';
import { sniffContainer, sniffLength } from '@crowd-recital/core/audio/sniff-container.js';
import type { AudioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import { badInputFault, failedFault } from '../cli-fault.js';
import { localConfig } from '../local/local-config.js';
import { unreadableFault } from '../unreadable-fault.js';

/** A file of audio that the server can take. */
export interface AudioFile {
  /** Path. */
  readonly file: string;
  readonly byteLength: number;
  /** Of its container, as its bytes tell it. */
  readonly mimeType: string;
  readonly durationSeconds: number;
}

/**
 * Checks that a file is audio of a kind that the server takes, by its bytes and not by its name, and measures it.
 * @throws CliFault that names the file and what is wrong with it.
 */
export async function readAudioFile(file: string): Promise<AudioFile> {
  const handle = await open(file).catch((error: unknown) => {
    throw unreadableFault(file, error);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw badInputFault(`${file}: this is no file.`);
    const container = sniffContainer(await headOf(handle));
    if (container === undefined) {
      throw badInputFault(`${file}: this is not WebM, Ogg, MP4, WAV, FLAC or MP3 audio.`);
    }
    const { contentType: mimeType } = containerFacts(container);
    return { file, byteLength: stats.size, mimeType, durationSeconds: await durationOf(file, container) };
  } finally {
    await handle.close();
  }
}

async function headOf(handle: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffLength), 0, sniffLength, 0);
  return buffer.subarray(0, bytesRead);
}

/** Seconds, by the packets themselves: what a live recording's header says of its length is nothing. */
async function durationOf(file: string, container: AudioContainer): Promise<number> {
  try {
    const config = localConfig();
    const tools = await findAudioTools({ ffmpegPath: config?.ffmpegPath, ffprobePath: config?.ffprobePath });
    const scan = await scanPackets(tools, {
      folder: dirname(file),
      file,
      demuxer: demuxerOptions(container),
      scratch: tmpdir(),
    });
    if (scan !== undefined && scan.end > 0) return scan.end;
  } catch (error) {
    if (error instanceof AudioToolMissingError) throw failedFault(error.message);
    if (!(error instanceof AudioToolError)) throw error;
  }
  throw badInputFault(`${file}: it begins like ${container} audio, but no audio could be read from it.`);
}
