import { AccessTokens } from '@crowd-recital/api/auth/access-token.js';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { aText, aUser } from '@crowd-recital/core/test/factories.js';
import { encodeSound } from '@crowd-recital/core/test/sound.js';
import { voiceFile } from '@crowd-recital/core/test/voice.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import type { ChaosSystem } from './chaos-system.js';
import { recordingSeconds, type Speaker } from './speaker.js';

/** Seconds that a sign-in lasts: longer than any run. */
const tokenTtl = 24 * 3_600;

/** Makes speakers, each with a text of three sentences, and the recordings that they send. */
export async function gatherCrowd(
  { database, accessTokenSecret }: ChaosSystem,
  count: number,
): Promise<Pick<Speaker, 'token' | 'textRevisionId' | 'recordings'>[]> {
  const recordings = await encodeRecordings();
  const tokens = new AccessTokens(accessTokenSecret, tokenTtl);
  const orm = await createOrm({ connectionString: database.url, poolSize: 1 });
  try {
    const em = orm.em.fork();
    const crowd: Pick<Speaker, 'token' | 'textRevisionId' | 'recordings'>[] = [];
    for (let speaker = 0; speaker < count; speaker += 1) {
      const user = await aUser(em);
      const text = await aText(em, user, { text: 'The first.\n\nThe second.\n\nThe third.' });
      const { id: textRevisionId } = await currentRevision(em, text);
      crowd.push({ token: (await tokens.issue(user)).token, textRevisionId, recordings });
    }
    return crowd;
  } finally {
    await orm.close();
  }
}

async function encodeRecordings(): Promise<Buffer[]> {
  const tools = await findAudioTools({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
  });
  const from = ['0.3', '3.2', '5.4', '8.1'];
  return Promise.all(
    from.map((start) =>
      encodeSound(tools, 'webm', ['-ss', start, '-t', String(recordingSeconds), '-i', voiceFile]),
    ),
  );
}
