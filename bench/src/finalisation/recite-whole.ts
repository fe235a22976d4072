import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import { receiveAudioSegment } from '@crowd-recital/core/session/receive-audio-segment.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { aSession, aUser, audioSegment, limits, textSegment } from '@crowd-recital/core/test/factories.js';
import { encodeSound } from '@crowd-recital/core/test/sound.js';
import { voiceFile } from '@crowd-recital/core/test/voice.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Bytes of ten seconds as recorders give them. */
const segmentBytes = 80_000;

/** A voice, over and over, as a recorder would have written it. */
export function recordingOf({ tools }: { readonly tools: AudioTools }, minutes: number): Promise<Buffer> {
  return encodeSound(tools, 'webm', ['-stream_loop', '-1', '-t', String(minutes * 60), '-i', voiceFile]);
}

/**
 * Stores a recording as if it had been recited, uncut, up to its end.
 * @param finalisationDisabled - true: no worker is told of it.
 * @returns the recital's id.
 */
export async function reciteWhole(
  deps: { readonly em: () => EntityManager; readonly store: ContentStore },
  bytes: Buffer,
  minutes: number,
  { finalisationDisabled }: { readonly finalisationDisabled: boolean },
): Promise<string> {
  const em = deps.em();
  const session = await aSession(em, await aUser(em));
  const segments = Math.ceil(bytes.length / segmentBytes);
  for (let sequence = 0; sequence < segments; sequence += 1) {
    const part = bytes.subarray(sequence * segmentBytes, (sequence + 1) * segmentBytes);
    await receiveAudioSegment({ em, store: deps.store, limits }, audioSegment(session, sequence, part));
  }
  const durationSeconds = minutes * 60;
  await receiveTextSegment({ em, limits }, textSegment(session, 0, { seekEnd: durationSeconds }));
  await endSession(
    { em, limits, finalisationDisabled },
    {
      userId: session.user.id,
      sessionId: session.id,
      audioSegments: segments,
      textSegments: 1,
      durationSeconds,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
  return session.id;
}
