import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { transcode, type Transcoding } from '@crowd-recital/core/audio/transcode.js';
import { checkMain, type MadeMain } from './check-durations.js';

/**
 * Transcodes, and looks at a main that was copied before, side by side: encoding takes one processor, and there are mostly
 * two. What fails first ends the other.
 * @param copied - undefined: main is made here.
 * @returns seconds of decoded sound.
 * @throws what `transcode` and `checkMain` throw.
 */
export async function transcodeAndLook(
  tools: AudioTools,
  job: Transcoding,
  copied: MadeMain | undefined,
  signal: AbortSignal,
): Promise<{ readonly seconds: number }> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  try {
    const [transcoded] = await Promise.all([
      transcode(tools, job, either),
      copied && checkMain(tools, copied, either),
    ]);
    return transcoded;
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}
