import { readFile } from 'node:fs/promises';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import { receiveAudioSegment } from '@crowd-recital/core/session/receive-audio-segment.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { aSession, aText, audioSegment, limits, textSegment } from '@crowd-recital/core/test/factories.js';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * An ended recital of a real voice that waits to be finalised, with no hint left for the workers.
 * @param parts - how many parts its speaker announced; 1 arrives.
 */
export async function anEndedRecital(
  em: EntityManager,
  store: ContentStore,
  speaker: User,
  parts = 1,
): Promise<RecitalSession> {
  const text = await aText(em, speaker, { text: spokenSentences.map((one) => one.text).join('\n\n') });
  const session = await aSession(em, speaker, { text, capture: { mimeType: 'audio/flac' } });
  const voice = await readFile(voiceFile);
  await receiveAudioSegment(
    { em, store, limits },
    audioSegment(session, 0, voice, { mimeType: 'audio/flac' }),
  );
  for (const [sequence, { from, to }] of spokenSentences.entries()) {
    const reading = { paragraph: sequence, sentence: 0, seekStart: from, seekEnd: to };
    await receiveTextSegment({ em, limits }, textSegment(session, sequence, reading));
  }
  await endSession(
    { em, limits, finalisationDisabled: true },
    {
      userId: speaker.id,
      sessionId: session.id,
      audioSegments: parts,
      textSegments: spokenSentences.length,
      durationSeconds: 11,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
  await em.execute(`update recital_sessions set last_content_at = now() - interval '1 minute' where id = ?`, [
    session.id,
  ]);
  return session;
}
