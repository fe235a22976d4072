import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JobDependencies } from '@crowd-recital/jobs/dependencies.js';
import { handlers } from '@crowd-recital/jobs/handlers.js';
import { ownProcessorSeconds } from '../processor-time.js';
import { reciteWhole } from './recite-whole.js';

const run = promisify(execFile);

/** Seconds that something took. */
export interface Spent {
  /** By the clock. */
  readonly seconds: number;
  /** Of processors, in this process. */
  readonly own: number;
  /** Of processors, in ffmpeg and ffprobe. */
  readonly programs: number;
}

/** What a finalisation took, from the claim to the commit. */
export type Finalised = Spent & { readonly sessionId: string };

/** Recites a recording and finalises it. */
export async function finalise(deps: JobDependencies, bytes: Buffer, minutes: number): Promise<Finalised> {
  const sessionId = await reciteWhole(deps, bytes, minutes, { finalisationDisabled: true });
  const spent = await spending(async () => {
    const { signal } = new AbortController();
    const outcome = await handlers['finalise-session']({ sessionId }, { deps, signal });
    if (outcome !== 'finalised') throw new Error(`The recording came to: ${outcome}.`);
  });
  return { sessionId, ...spent };
}

/** The same transcoding: main copied, light as MP3, in one run. */
export async function bareCommand({ tools }: JobDependencies, bytes: Buffer, folder: string): Promise<Spent> {
  const source = join(folder, 'source.webm');
  await writeFile(source, bytes);
  const args = ['-nostdin', '-v', 'error', '-y', '-i', source];
  const main = ['-map', '0:a', '-c:a', 'copy', join(folder, 'main.webm')];
  const light = ['-map', '0:a', '-ac', '1', '-c:a', 'libmp3lame', '-b:a', '64k', join(folder, 'light.mp3')];
  return spending(() => run(tools.ffmpeg, [...args, ...main, ...light]));
}

async function spending(work: () => Promise<unknown>): Promise<Spent> {
  const before = await ownProcessorSeconds();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const after = await ownProcessorSeconds();
  return { seconds, own: after.own - before.own, programs: after.programs - before.programs };
}
