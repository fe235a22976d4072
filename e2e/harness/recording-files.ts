import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCues } from '@crowd-recital/cli/cues/read-cues.js';
import { findInSound, type BestMatch } from './correlation.js';
import { decode, decodeSpokenPart, sampleRate } from './voice.js';

/** A cue of a finished transcript, in seconds of the finished audio. */
export type FinishedCue = ReturnType<typeof parseCues>[number];

/** The cues of a finished recording. */
export async function readTranscript(folder: string): Promise<FinishedCue[]> {
  return parseCues(await readFile(join(folder, 'transcript.vtt'), 'utf8'));
}

/** The file names that consumers of the data read; staged epochs and segments are not theirs. */
export async function publishedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** Finds the voice, from its first word to its last, in a finished recording. */
export async function findVoice(file: string): Promise<BestMatch & { readonly atSeconds: number }> {
  const match = findInSound(await decodeSpokenPart(), await decode(file));
  return { ...match, atSeconds: match.lag / sampleRate };
}
