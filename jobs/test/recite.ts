import { encodeSound } from '@crowd-recital/core/test/sound.js';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import {
  aSession,
  aText,
  aUser,
  audioSegment,
  limits,
  textSegment,
} from '@crowd-recital/core/test/factories.js';
import type { AudioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import { receiveAudioSegment } from '@crowd-recital/core/session/receive-audio-segment.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { Workshop } from './workshop.js';

/** One reading of one of the three sentences. */
export interface TestReading {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly discarded?: boolean;
}

/** A recital of the three sentences, in deviation from which a test tells its story. */
export interface Recital {
  readonly encoding?: AudioContainer | 'vorbis';
  readonly bytes?: Buffer;
  /** How many segments the stream is cut into, at places that mean nothing to the container. */
  readonly segments?: number;
  /** Sequences that do not arrive. */
  readonly withoutAudio?: readonly number[];
  readonly readings?: readonly TestReading[];
  /** Sequences of sentences that do not arrive. */
  readonly withoutText?: readonly number[];
  /** Undefined: 11.0, as the voice is long. Null: nobody ends it. */
  readonly recordedSeconds?: number | null;
}

/** Each sentence from the press that opened it to the press that closed it. */
export const threeReadings: readonly TestReading[] = [
  { sentence: 0, from: 0, to: 2.6 },
  { sentence: 1, from: 2.6, to: 7.8 },
  { sentence: 2, from: 7.8, to: 11 },
];

const mimeTypes: Readonly<Record<AudioContainer, string>> = {
  webm: 'audio/webm;codecs=opus',
  ogg: 'audio/ogg',
  mp4: 'audio/mp4',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp3: 'audio/mpeg',
};

/** Cuts bytes into parts of unequal length. */
export function intoSegments(bytes: Buffer, count: number): Buffer[] {
  const edges = Array.from({ length: count + 1 }, (_, index) =>
    Math.round(bytes.length * (index / count) ** 1.1),
  );
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
}

const encoded = new Map<string, Promise<Buffer>>();

/** The voice in a container, encoded once. */
export async function voiceAs(
  { deps }: Workshop,
  encoding: AudioContainer | 'vorbis' = 'webm',
): Promise<Buffer> {
  const known = encoded.get(encoding) ?? encodeSound(deps.tools, encoding);
  encoded.set(encoding, known);
  return known;
}

/** A recital of one sentence in two seconds, for tests that are not about sound. */
export async function shortRecital(workshop: Workshop): Promise<Recital> {
  const short =
    encoded.get('short') ?? encodeSound(workshop.deps.tools, 'webm', ['-t', '2', '-i', voiceFile]);
  encoded.set('short', short);
  return {
    bytes: await short,
    segments: 3,
    recordedSeconds: 2,
    readings: [{ sentence: 0, from: 0, to: 2 }],
  };
}

/** Puts a recital into database and store by the ways that a client takes. */
export async function recite(workshop: Workshop, recital: Recital = {}): Promise<RecitalSession> {
  const { encoding = 'webm', segments = 7, readings = threeReadings, recordedSeconds = 11 } = recital;
  const container = encoding === 'vorbis' ? 'webm' : encoding;
  const em = workshop.database.em();
  const speaker = await aUser(em);
  const text = await aText(em, speaker, {
    text: spokenSentences.map((sentence) => sentence.text).join('\n\n'),
  });
  const mimeType = mimeTypes[container];
  const session = await aSession(em, speaker, { text, capture: { mimeType } });
  const parts = intoSegments(recital.bytes ?? (await voiceAs(workshop, encoding)), segments);
  for (const [sequence, bytes] of parts.entries()) {
    if (recital.withoutAudio?.includes(sequence) !== true)
      await sendAudio(workshop, session, sequence, bytes);
  }
  for (const [sequence, reading] of readings.entries()) {
    if (recital.withoutText?.includes(sequence) !== true)
      await sendText(workshop, session, sequence, reading);
  }
  if (recordedSeconds === null) return session;
  return endSession(
    { em: workshop.database.em(), limits, finalisationDisabled: true },
    {
      userId: session.user.id,
      sessionId: session.id,
      audioSegments: parts.length,
      textSegments: readings.length,
      durationSeconds: recordedSeconds,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
}

/** Sends one segment of audio. */
export async function sendAudio(
  { database, store }: Workshop,
  session: RecitalSession,
  sequence: number,
  bytes: Buffer,
): Promise<void> {
  const mimeType = session.capture.mimeType;
  await receiveAudioSegment(
    { em: database.em(), store, limits },
    audioSegment(session, sequence, bytes, { mimeType }),
  );
}

/** Sends one reading of a sentence. */
export async function sendText(
  { database }: Workshop,
  session: RecitalSession,
  sequence: number,
  { sentence, from, to, discarded = false }: TestReading,
): Promise<void> {
  const given = { paragraph: sentence, sentence: 0, seekStart: from, seekEnd: to, discarded };
  await receiveTextSegment({ em: database.em(), limits }, textSegment(session, sequence, given));
}
