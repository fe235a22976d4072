import { access } from 'node:fs/promises';
import path from 'node:path';
import { AudioToolError } from '@crowd-recital/core/audio/audio-tool-error.js';
import { containerFacts } from '@crowd-recital/core/audio/container.js';
import { demuxerOptions } from '@crowd-recital/core/audio/demuxer-options.js';
import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import type { PacketScan } from '@crowd-recital/core/audio/packet-list.js';
import { scanPackets } from '@crowd-recital/core/audio/packet-scan.js';
import { sniffContainer } from '@crowd-recital/core/audio/sniff-container.js';
import type { AudioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import { NeedsAttentionError } from './needs-attention-error.js';

/** The source as a file of the work folder. */
export interface SourceFile {
  readonly folder: string;
  readonly file: string;
  readonly container: AudioContainer;
  /** Its first bytes. */
  readonly head: Uint8Array;
}

/**
 * Reads what the source holds, without decoding.
 * @throws NeedsAttentionError `unreadable-audio` when it is not what it was declared to be, or holds no voice. It is
 *   stored all the same.
 */
export async function readSource(
  tools: AudioTools,
  source: SourceFile,
  signal: AbortSignal,
): Promise<PacketScan> {
  const found = sniffContainer(source.head);
  if (found !== source.container) {
    throw unreadable(`The bytes are ${found ?? 'no audio that is known'}, declared was ${source.container}.`);
  }
  const scan = await packetsOf(tools, source, signal);
  if (scan === undefined) throw unreadable('There is not one packet of audio in it.');
  if (!containerFacts(source.container).decoders.includes(scan.codec)) {
    throw unreadable(`Its codec is ${scan.codec}, which is not taken in ${source.container}.`);
  }
  return scan;
}

async function packetsOf(
  tools: AudioTools,
  { folder, file, container }: SourceFile,
  signal: AbortSignal,
): Promise<PacketScan | undefined> {
  try {
    return await scanPackets(tools, { folder, file, demuxer: demuxerOptions(container) }, signal);
  } catch (error) {
    // Only ffprobe's own judgement is about the content; a limit or a signal may be about the machine.
    if (!(error instanceof AudioToolError && error.fault === 'exit')) throw error;
    // And only when there was something to judge: a sweep may have taken this worker for dead, and tidied up.
    await access(path.join(folder, file));
    throw unreadable(error.message);
  }
}

function unreadable(message: string): NeedsAttentionError {
  return new NeedsAttentionError('unreadable-audio', message);
}
