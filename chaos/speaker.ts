import { setTimeout as wait } from 'node:timers/promises';
import { call, sha256, upload, type Answer, type Ways } from './graphql-client.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import type { Random } from './random.js';

/** Who recites what. */
export interface Speaker {
  readonly token: string;
  readonly textRevisionId: string;
  readonly ways: Ways;
  readonly ledger: Ledger;
  /** Encoded recordings of which one is chosen. */
  readonly recordings: readonly Buffer[];
}

/** Seconds of each recording; each sentence has an equal share. */
export const recordingSeconds = 2;

const mimeType = 'audio/webm;codecs=opus';
/** Refusals that the recorder takes for final. Others are transient, or were garbled on their way. */
const refusals = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'AGREEMENT_REQUIRED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
];

const documents = {
  create: `mutation ($clientKey: String!, $textRevisionId: ID!, $startedAt: DateTime!, $capture: CaptureInput!) {
    createSession(clientKey: $clientKey, textRevisionId: $textRevisionId, startedAt: $startedAt, capture: $capture) { id } }`,
  text: `mutation ($sessionId: ID!, $sequence: Int!, $sentence: Int!, $from: Float!, $to: Float!) {
    uploadTextSegment(sessionId: $sessionId, sequence: $sequence, paragraph: $sentence, sentence: 0, seekStart: $from, seekEnd: $to) { sequence } }`,
  discard: `mutation ($sessionId: ID!, $sequences: [Int!]!) {
    discardTextSegments(sessionId: $sessionId, sequences: $sequences) { sequence } }`,
  end: `mutation ($sessionId: ID!, $audioSegments: Int!, $textSegments: Int!) {
    endSession(sessionId: $sessionId, audioSegments: $audioSegments, textSegments: $textSegments, durationSeconds: ${recordingSeconds}) { status } }`,
  wishAway: `mutation ($sessionId: ID!) { discardSession(sessionId: $sessionId) { id } }`,
};

/**
 * Recites once: begins, sends parts, sentences and discards in some order, some of them twice, ends before or after
 * all of them have arrived, and sometimes wishes all of it away. Every call is repeated until it is answered.
 */
export async function recite(speaker: Speaker, random: Random, signal: AbortSignal): Promise<void> {
  const { ledger, recordings } = speaker;
  const bytes = recordings[random.whole(0, recordings.length - 1)] ?? Buffer.alloc(0);
  const entry: LedgerEntry = {
    sessionId: '',
    parts: cut(bytes, random.whole(2, 5)),
    audio: new Map(),
    setAside: new Set(),
    texts: new Set(),
    discarded: new Set(),
    sentences: random.whole(2, 3),
    ended: false,
    wishedAway: false,
  };
  const recital = new Recital(speaker, entry, random, signal);
  await recital.begin();
  ledger.entries.push(entry);
  const sends = random.shuffled([
    ...entry.parts.map((_, sequence) => () => recital.sendPart(sequence)),
    ...Array.from({ length: entry.sentences }, (_, sequence) => () => recital.sendSentence(sequence)),
    ...(random.chance(0.3) ? [() => recital.discard(0)] : []),
  ]);
  const endsAfter = random.chance(0.3) ? random.whole(1, sends.length) : sends.length;
  for (const [index, send] of sends.entries()) {
    if (index === endsAfter) await recital.end();
    // A lost answer is one reason for a repetition, an impatient device another.
    if (random.chance(0.1)) await Promise.all([send(), send()]);
    else await send();
  }
  if (endsAfter === sends.length) await recital.end();
  if (random.chance(0.1)) await recital.sendOtherBytes(random.whole(0, entry.parts.length - 1));
  if (random.chance(0.08)) await recital.wishAway();
}

/** Pieces of at least a kilobyte, at places that mean nothing to the container. */
function cut(bytes: Buffer, count: number): Buffer[] {
  const edges = Array.from({ length: count + 1 }, (_, index) => Math.round((bytes.length * index) / count));
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
}

class Recital {
  readonly #speaker: Speaker;
  readonly #entry: LedgerEntry;
  readonly #random: Random;
  readonly #signal: AbortSignal;

  constructor(speaker: Speaker, entry: LedgerEntry, random: Random, signal: AbortSignal) {
    this.#speaker = speaker;
    this.#entry = entry;
    this.#random = random;
    this.#signal = signal;
  }

  async begin(): Promise<void> {
    const clientKey = `chaos-${this.#random.whole(0, 2 ** 31)}-${this.#random.whole(0, 2 ** 31)}`;
    const data = await this.#call(documents.create, {
      clientKey,
      textRevisionId: this.#speaker.textRevisionId,
      startedAt: new Date().toISOString(),
      capture: { mimeType },
    });
    this.#entry.sessionId = (data.createSession as { id: string }).id;
  }

  async sendPart(sequence: number): Promise<void> {
    const bytes = this.#entry.parts[sequence] ?? Buffer.alloc(0);
    await this.#untilAnswered(
      () => this.#uploadAsItWas(sequence, bytes),
      ({ data }) => {
        const { uploadAudioSegment: answer } = data as { uploadAudioSegment: { sha256: string } };
        if (answer.sha256 !== sha256(bytes)) return false;
        this.#entry.audio.set(sequence, answer.sha256);
        return true;
      },
    );
  }

  /** The place is taken: a CONFLICT, upon which they are set aside. */
  async sendOtherBytes(sequence: number): Promise<void> {
    const bytes = Buffer.concat([this.#entry.parts[sequence] ?? Buffer.alloc(0), Buffer.from('other')]);
    await this.#untilAnswered(
      () => this.#uploadAsItWas(sequence, bytes),
      () => {
        this.#speaker.ledger.surprises.push(
          `${this.#entry.sessionId}: other bytes took an acknowledged place`,
        );
        return true;
      },
      'CONFLICT',
    );
    this.#entry.setAside.add(sha256(bytes));
  }

  async sendSentence(sequence: number): Promise<void> {
    const share = recordingSeconds / this.#entry.sentences;
    await this.#call(documents.text, {
      sessionId: this.#entry.sessionId,
      sequence,
      sentence: sequence,
      from: sequence * share,
      to: (sequence + 1) * share,
    });
    this.#entry.texts.add(sequence);
  }

  async discard(sequence: number): Promise<void> {
    await this.#call(documents.discard, { sessionId: this.#entry.sessionId, sequences: [sequence] });
    this.#entry.discarded.add(sequence);
  }

  async end(): Promise<void> {
    const { sessionId, parts, sentences } = this.#entry;
    await this.#call(documents.end, { sessionId, audioSegments: parts.length, textSegments: sentences });
    this.#entry.ended = true;
  }

  async wishAway(): Promise<void> {
    await this.#call(documents.wishAway, { sessionId: this.#entry.sessionId });
    this.#entry.wishedAway = true;
  }

  /** Bytes that were changed on their way are refused as bad input, and the same bytes are sent again. */
  async #uploadAsItWas(sequence: number, bytes: Buffer): Promise<Answer> {
    const { ways, token } = this.#speaker;
    const answer = await upload(ways, token, { sessionId: this.#entry.sessionId, sequence, mimeType, bytes });
    if (answer.code === 'BAD_USER_INPUT') throw new Error('The bytes were changed on their way.');
    return answer;
  }

  async #call(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { ways, token } = this.#speaker;
    let answered: Readonly<Record<string, unknown>> = {};
    await this.#untilAnswered(
      () => call(ways, token, document, variables),
      ({ data }) => {
        answered = data ?? {};
        return true;
      },
    );
    return answered;
  }

  /** Sends again until the answer is one, as the recorder does. @param refusal - the code that is an answer too. */
  async #untilAnswered(
    send: () => Promise<Answer>,
    accept: (answer: Answer) => boolean,
    refusal?: string,
  ): Promise<void> {
    const { ledger } = this.#speaker;
    for (;;) {
      this.#signal.throwIfAborted();
      const answer = await send().catch(() => undefined);
      if (answer !== undefined) {
        const { code } = answer;
        const isAnswer = code === undefined ? accept(answer) : code === refusal;
        if (isAnswer) {
          ledger.answers += 1;
          return;
        }
        if (code !== undefined && refusals.includes(code)) {
          ledger.surprises.push(`${this.#entry.sessionId}: refused with ${code}`);
          throw new Error(`refused with ${code}`);
        }
      }
      ledger.repetitions += 1;
      await wait(50 + Math.floor(Math.random() * 400));
    }
  }
}
