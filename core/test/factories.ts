import { createHash, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadAgreements } from '../src/agreement/agreements.js';
import { projectFolder } from '../src/config/config.js';
import type { IncomingAudioSegment } from '../src/session/receive-audio-segment.js';
import type { IncomingTextSegment } from '../src/session/receive-text-segment.js';
import { createSession, type NewSession } from '../src/session/create-session.js';
import type { RecitalSession } from '../src/session/recital-session.entity.js';
import type { FinalisationResult } from '../src/session/finalisation-commit.js';
import type { Artifact } from '../src/session/finished-artifacts.js';
import { createText, type NewText } from '../src/text/create-text.js';
import type { TextDocument } from '../src/text/text-document.entity.js';
import { currentRevision } from '../src/text/visible-texts.js';
import { User, type UserGroup } from '../src/user/user.entity.js';

/** Limits of a session as they are by default. */
export const limits = { maxDuration: 7_200, maxSegmentBytes: 2_097_152, maxSegments: 5_000 };

/** The terms that the product brings along. */
export const agreements = loadAgreements(path.join(projectFolder, 'core', 'agreement'));

/** A person who has agreed to the terms; a speaker unless told otherwise. */
export async function aUser(
  em: EntityManager,
  given: {
    readonly name?: string;
    readonly email?: string;
    readonly group?: UserGroup | null;
    /** False: has not agreed to the terms. */
    readonly signed?: boolean;
  } = {},
): Promise<User> {
  const user = em.create(User, {
    name: given.name ?? 'Dalia',
    email: given.email ?? `${randomUUID()}@example.org`,
    group: given.group === undefined ? 'speaker' : given.group,
    ...((given.signed ?? true) && {
      agreementSignedVersion: agreements.version,
      agreementSignedAt: new Date(),
    }),
  });
  await em.persist(user).flush();
  return user;
}

/** Two paragraphs, of two sentences and of one. */
export const shortText = 'The harbour wakes early. Nets are spread on the quay.\n\nNobody hurries here.';

/** A text with one revision; English, of three sentences, unless told otherwise. */
export async function aText(
  em: EntityManager,
  owner: User,
  given: Partial<NewText> = {},
): Promise<TextDocument> {
  return createText(em, {
    owner: { id: owner.id, group: owner.group ?? null },
    title: 'The harbour',
    language: 'en',
    text: shortText,
    sourceKind: 'plain-text',
    ...given,
  });
}

/** A session that has just begun, of its own text unless one is given. */
export async function aSession(
  em: EntityManager,
  speaker: User,
  given: Partial<NewSession> & { readonly text?: TextDocument } = {},
): Promise<RecitalSession> {
  const { text, ...rest } = given;
  const textRevisionId =
    given.textRevisionId ?? (await currentRevision(em, text ?? (await aText(em, speaker)))).id;
  return createSession(em, {
    speaker: { id: speaker.id, group: speaker.group ?? null },
    clientKey: randomUUID(),
    startedAt: new Date(),
    capture: { mimeType: 'audio/webm;codecs=opus', sampleRate: 48_000, channelCount: 1 },
    ...rest,
    textRevisionId,
  });
}

/** Bytes that no other call returns. */
export function someBytes(length = 2_000): Buffer {
  return randomBytes(length);
}

/** What a well-behaved client announces and sends for `bytes`. */
export function audioSegment(
  session: RecitalSession,
  sequence: number,
  bytes: Buffer = someBytes(),
  given: Partial<IncomingAudioSegment> = {},
): IncomingAudioSegment {
  return {
    userId: session.user.id,
    sessionId: session.id,
    sequence,
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mimeType: 'audio/webm;codecs=opus',
    content: Readable.from([bytes]),
    ...given,
  };
}

/** The reading of a sentence, a second long; the first sentence of the text unless told otherwise. */
export function textSegment(
  session: RecitalSession,
  sequence: number,
  given: Partial<IncomingTextSegment> = {},
): IncomingTextSegment {
  return {
    userId: session.user.id,
    sessionId: session.id,
    sequence,
    paragraph: 0,
    sentence: 0,
    seekStart: sequence,
    seekEnd: sequence + 1,
    discarded: false,
    ...given,
  };
}

/** What a finalisation might have made of a session: names and hashes only, no objects. */
export function someResult(epoch: number, given: Partial<FinalisationResult> = {}): FinalisationResult {
  const file = (fileName: string, contentType: string): Artifact => ({
    fileName,
    contentType,
    byteLength: 1,
    sha256: '0'.repeat(64),
  });
  return {
    artifacts: {
      store: 'local',
      epoch,
      files: {
        source: file('source.audio.webm', 'audio/webm'),
        main: file('main.audio.webm', 'audio/webm'),
        light: file('light.audio.mp3', 'audio/mpeg'),
        transcript: file('transcript.vtt', 'text/vtt; charset=utf-8'),
        manifest: file('manifest.json', 'application/json'),
      },
    },
    durationSeconds: 12.5,
    sourceOffsets: [],
    heard: [],
    attention: null,
    ...given,
  };
}
