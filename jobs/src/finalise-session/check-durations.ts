import path from 'node:path';
import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { lightLength } from '@crowd-recital/core/audio/light-length.js';
import { scanPackets } from '@crowd-recital/core/audio/packet-scan.js';
import { DamagedMainError } from '@crowd-recital/core/session/early-main.js';
import { NeedsAttentionError } from './needs-attention-error.js';

/** A main file, and how long it should be. */
export interface MadeMain {
  readonly folder: string;
  readonly main: string;
  /** Seconds that went into it. */
  readonly seconds: number;
  /** Hz, of the source. */
  readonly sampleRate: number;
}

/** What was made, and how long it should be. */
export interface FinishedAudio {
  readonly folder: string;
  /** Undefined: it is a copy, which is looked at by itself. */
  readonly main: string | undefined;
  readonly light: string;
  /** Seconds of sound that came out of the decoder, counted sample by sample. */
  readonly decodedSeconds: number;
  /** Seconds that should have come out, by the packets of the source. */
  readonly expectedSeconds: number;
  /** Hz, of the source. */
  readonly sampleRate: number;
  /** An admin takes it as it is. */
  readonly acceptIncomplete: boolean;
}

/** Hz of light, whatever the source has. */
const lightRate = 48_000;

/**
 * Seconds by which packets and sound may differ: ffmpeg lets up to 0.1 s of drift pass before it fills or trims
 * (`min_hard_comp`), and codecs count run-up and padding as packets (AAC up to 3,136 samples, MP3 2,257).
 */
function tolerance(sampleRate: number): number {
  return 0.1 + 3_200 / sampleRate;
}

/**
 * Compares what was decoded, and what the finished files hold, with what the source promised.
 * @throws NeedsAttentionError when the decoder gave less or more than the source's packets said: damage inside.
 * @throws Error when a finished file is not as long as what went into it (main: DamagedMainError): to be made again.
 */
export async function checkDurations(
  tools: AudioTools,
  audio: FinishedAudio,
  signal: AbortSignal,
): Promise<void> {
  const { folder, main, decodedSeconds, expectedSeconds, sampleRate } = audio;
  if (decodedSeconds === 0)
    throw new NeedsAttentionError('unreadable-audio', 'Nothing in it can be decoded.');
  if (!audio.acceptIncomplete && Math.abs(decodedSeconds - expectedSeconds) > tolerance(sampleRate)) {
    throw new NeedsAttentionError(
      'duration-mismatch',
      `${decodedSeconds} s were decoded; by its packets it should be ${expectedSeconds} s.`,
    );
  }
  const light = await lightLength(path.join(folder, audio.light));
  if (!isAsLong(light, decodedSeconds, lightRate))
    throw new Error(otherLength(audio.light, light, decodedSeconds));
  if (main !== undefined) {
    await checkMain(tools, { folder, main, seconds: decodedSeconds, sampleRate }, signal);
  }
}

/** @throws DamagedMainError when main is not as long as what went into it: to be made again. */
export async function checkMain(
  tools: AudioTools,
  { folder, main, seconds, sampleRate }: MadeMain,
  signal: AbortSignal,
): Promise<void> {
  const scan = await scanPackets(tools, { folder, file: main, demuxer: ['-f', 'matroska'] }, signal);
  const end = scan?.end ?? 0;
  if (!isAsLong(end, seconds, sampleRate)) throw new DamagedMainError(otherLength(main, end, seconds));
}

function isAsLong(seconds: number, expected: number, sampleRate: number): boolean {
  return Math.abs(seconds - expected) <= tolerance(sampleRate);
}

function otherLength(file: string, seconds: number, expected: number): string {
  return `${file} is ${seconds} s long instead of ${expected} s.`;
}
