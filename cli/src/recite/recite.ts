import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { readAudioFile, type AudioFile } from '../audio/read-audio-file.js';
import { badInputFault, CliFault } from '../cli-fault.js';
import type { Cue } from '../cues/cue.js';
import { readCues } from '../cues/read-cues.js';
import { createGraphqlClient, type GraphqlClient } from '../graphql/graphql-client.js';
import { withRetries } from '../graphql/with-retries.js';
import { failureSentence } from './failure-sentence.js';
import { matchCues, type PlacedCue } from './match-cues.js';
import {
  createSession,
  createText,
  endSession,
  terms,
  uploadTextSegment,
  type Language,
  type SessionProgress,
} from './operations.js';
import { sendAudio } from './send-audio.js';
import { announceWaiting, startSendingBar } from './progress-display.js';
import { signIn, type Credentials } from './sign-in.js';
import { languageOf } from './text-language.js';
import { waitUntilFinished } from './wait-until-finished.js';

/** What to recite, where and as whom. */
export interface ReciteOptions {
  /** Audio as it is. */
  readonly audio: string;
  /** WebVTT or TSV. */
  readonly text: string;
  readonly server: string;
  readonly credentials: Credentials;
  /** Default: the name of the text's file. */
  readonly title?: string | undefined;
  /** Default: told by the letters. */
  readonly language?: Language | undefined;
  /** How long to wait until the recording is finished. */
  readonly patienceSeconds: number;
}

/** A recital that the server has finished. */
export interface FinishedRecital {
  readonly sessionId: string;
  readonly session: SessionProgress;
}

/**
 * Does by GraphQL alone what a speaker does in the browser: makes a text of the sentences, opens a session, sends
 * the audio and the times of the sentences, ends it, and waits for the finished recording. Both files are checked
 * whole before anything is sent.
 * @throws CliFault with a sentence that says what happened and what is safe.
 */
export async function recite(options: ReciteOptions): Promise<FinishedRecital> {
  const { server } = options;
  const audio = await readAudioFile(options.audio);
  const cues = await readCues(options.text, audio.durationSeconds);
  const begun = await explainFailures(server, undefined, () => begin(options, audio, cues));
  const { client, sessionId } = begun;
  return explainFailures(server, sessionId, async () => {
    const audioSegments = await sendWithBar(begun, audio);
    await sendSentences(begun);
    const counts = { audioSegments, textSegments: cues.length, durationSeconds: audio.durationSeconds };
    await withRetries(() => client.call(endSession, { sessionId, ...counts }));
    announceWaiting();
    return { sessionId, session: await waitUntilFinished(client, sessionId, options.patienceSeconds) };
  });
}

/** Turns a call that failed for good into a sentence. */
async function explainFailures<Result>(
  server: string,
  sessionId: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CliFault ? error : failureSentence(error, server, sessionId);
  }
}

/** A session that waits for its voice. */
interface BegunRecital {
  readonly client: GraphqlClient;
  readonly sessionId: string;
  readonly cues: readonly PlacedCue[];
  readonly maxSegmentBytes: number;
}

async function begin(options: ReciteOptions, audio: AudioFile, cues: readonly Cue[]): Promise<BegunRecital> {
  const { clientConfig } = await createGraphqlClient(options.server).call(terms, {});
  if (audio.durationSeconds > clientConfig.maxSessionSeconds) {
    throw badInputFault(
      `${audio.file}: it is ${Math.ceil(audio.durationSeconds)} s long; this server takes recitals of ${clientConfig.maxSessionSeconds} s at most. Cut it into several.`,
    );
  }
  const client = await signIn(options.server, options.credentials);
  const text = await prepareText(client, cues, options);
  const sessionId = await openSession(client, text.revisionId, audio);
  return { client, sessionId, cues: text.cues, maxSegmentBytes: clientConfig.maxSegmentBytes };
}

async function prepareText(
  client: GraphqlClient,
  cues: readonly Cue[],
  { text: file, title, language }: ReciteOptions,
) {
  const text = cues.map(({ sentence }) => sentence).join('\n\n');
  const name = title ?? basename(file, extname(file));
  const input = { title: name, language: language ?? languageOf(text), text };
  // Not tried again: a text whose answer got lost would be there twice.
  const { createTextFromPlainText } = await client.call(createText, { input });
  const { id, paragraphs } = createTextFromPlainText.currentRevision;
  return { revisionId: id, cues: matchCues(cues, paragraphs) };
}

async function openSession(client: GraphqlClient, textRevisionId: string, audio: AudioFile): Promise<string> {
  const session = {
    clientKey: randomUUID(),
    textRevisionId,
    startedAt: new Date().toISOString(),
    capture: { mimeType: audio.mimeType, userAgent: 'crowd-recital recite' },
  };
  const { createSession: created } = await withRetries(() => client.call(createSession, session));
  return created.id;
}

async function sendWithBar(recital: BegunRecital, audio: AudioFile): Promise<number> {
  const bar = startSendingBar(audio.byteLength);
  try {
    return await sendAudio(recital, audio, bar.update);
  } finally {
    bar.stop();
  }
}

async function sendSentences({ client, sessionId, cues }: BegunRecital): Promise<void> {
  for (const [sequence, { paragraph, sentence, fromSeconds, toSeconds }] of cues.entries()) {
    const reading = { sequence, paragraph, sentence, seekStart: fromSeconds, seekEnd: toSeconds };
    await withRetries(() => client.call(uploadTextSegment, { sessionId, ...reading }));
  }
}
