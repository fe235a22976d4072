import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';

const run = promisify(execFile);

/** Runs the ffmpeg that the product would use; what it writes to standard output is the answer. */
export async function ffmpeg(...args: readonly string[]): Promise<Buffer> {
  const tools = await findAudioTools({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
  });
  const { stdout } = await run(tools.ffmpeg, ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    encoding: 'buffer',
    maxBuffer: 200_000_000,
  });
  return stdout;
}
