import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findAudioTools, type AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { shellProgram } from '@crowd-recital/core/test/shell-program.js';
import { encodeSound } from '@crowd-recital/core/test/sound.js';
import { transcodeAndLook } from './transcode-and-look.js';

let tools: AudioTools;
let folder: string;

beforeAll(async () => {
  tools = await findAudioTools({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
  });
  folder = await mkdtemp(path.join(os.tmpdir(), 'transcode and look '));
});
afterAll(() => rm(folder, { recursive: true }));

/** ffmpeg says what it can do, and never ends what it is to make; ffprobe looks once that has begun. */
async function endlessTools(): Promise<AudioTools> {
  const encoding = 'echo $$ > encoder.new; /bin/mv encoder.new encoder.pid; exec /bin/sleep 600';
  const ffmpeg = `case "$*" in *light.mp3*) ${encoding} ;; *) exec "${tools.ffmpeg}" "$@" ;; esac`;
  const ffprobe = `until [ -e encoder.pid ]; do /bin/sleep 0.02; done; exec "${tools.ffprobe}" "$@"`;
  return {
    ...tools,
    ffmpeg: await shellProgram(folder, 'ffmpeg', ffmpeg),
    ffprobe: await shellProgram(folder, 'ffprobe', ffprobe),
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('a copied main that is too short ends the encoder, which may have hours before it', async () => {
  const bytes = await encodeSound(tools, 'webm');
  await writeFile(path.join(folder, 'source.webm'), bytes);
  await writeFile(path.join(folder, 'main.webm'), bytes.subarray(0, bytes.length / 2));
  const both = transcodeAndLook(
    await endlessTools(),
    {
      folder,
      source: { file: 'source.webm', container: 'webm', byteLength: bytes.length },
      ...{ sourceSeconds: 11, padTo: undefined, cuts: [], main: undefined },
      light: { file: 'light.mp3' },
    },
    { folder, main: 'main.webm', seconds: 11, sampleRate: 48_000 },
    new AbortController().signal,
  );
  await expect(both).rejects.toThrow('main.webm is');
  const pid = Number(await readFile(path.join(folder, 'encoder.pid'), 'utf8'));
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 });
});
