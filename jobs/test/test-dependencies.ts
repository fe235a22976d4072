import path from 'node:path';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { createLogger } from '@crowd-recital/core/logging/logger.js';
import { limits } from '@crowd-recital/core/test/factories.js';
import { usualLease, type JobDependencies } from '../src/dependencies.js';

/** What the handlers work with in tests: as usual, but for a log and for the wait between two deletions. */
export async function testDependencies({
  em,
  store,
  dataFolder,
}: Pick<JobDependencies, 'em' | 'store'> & { readonly dataFolder: string }): Promise<JobDependencies> {
  return {
    em,
    store,
    tools: await findAudioTools({
      ffmpegPath: process.env.FFMPEG_PATH,
      ffprobePath: process.env.FFPROBE_PATH,
    }),
    log: Object.assign(createLogger('test', { debug: false }), { level: process.env.TEST_LOG ?? 'silent' }),
    workFolder: path.join(dataFolder, 'work'),
    session: {
      ...limits,
      segmentDuration: 10,
      abandonedAfter: 7_200,
      segmentRetentionDays: 30,
      uploadsPerSecond: 4,
    },
    texts: {
      wiki: { mirrorUrl: undefined, timeout: 5, userAgent: 'crowd-recital (test)' },
      picturesOrigin: null,
      speakerSentences: 300_000,
      openImports: 50,
    },
    finalisationDisabled: false,
    lease: usualLease,
    discardWaitSeconds: 0,
    mailer: null,
    publicUrl: 'http://localhost:8000',
  };
}
