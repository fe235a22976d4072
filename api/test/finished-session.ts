import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type {
  Artifact,
  ArtifactName,
  FinishedArtifacts,
} from '@crowd-recital/core/session/finished-artifacts.js';
import { changeCounted } from '@crowd-recital/core/session/count-session.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { limits, textSegment } from '@crowd-recital/core/test/factories.js';
import type { EntityManager } from '@mikro-orm/postgresql';

const fileNames: Record<ArtifactName, readonly [string, string]> = {
  source: ['source.audio.webm', 'audio/webm'],
  main: ['main.audio.webm', 'audio/webm'],
  light: ['light.audio.mp3', 'audio/mpeg'],
  transcript: ['transcript.vtt', 'text/vtt; charset=utf-8'],
  manifest: ['manifest.json', 'application/json'],
};

/** Three readings of a second each, one of which was cut out. */
function readingsOf(first: string) {
  return [
    { sequence: 0, paragraph: 0, sentence: 0, text: first, cue: { start: 0, end: 1 } },
    { sequence: 1, paragraph: 0, sentence: 0, text: first, cue: null },
    {
      sequence: 2,
      paragraph: 0,
      sentence: 1,
      text: 'Nets are spread on the quay.',
      cue: { start: 1, end: 2 },
    },
  ];
}

/**
 * Makes a session look finished: two sentences read, the files of its epoch in the store. What they hold is no
 * audio; `light`, and the first sentence of the captions, are what the test says.
 */
export async function finishSession(
  em: EntityManager,
  store: ContentStore,
  session: RecitalSession,
  light = 'the light audio',
  firstSentence = 'The harbour wakes early.',
): Promise<RecitalSession> {
  for (const sequence of [0, 1]) {
    await receiveTextSegment({ em, limits }, textSegment(session, sequence, { sentence: sequence }));
  }
  const epoch = 1;
  const contents: Partial<Record<ArtifactName, string>> = {
    light,
    manifest: JSON.stringify({ readings: readingsOf(firstSentence) }),
  };
  const files: Partial<Record<ArtifactName, Artifact>> = {};
  for (const [name, [fileName, contentType]] of Object.entries(fileNames) as [
    ArtifactName,
    [string, string],
  ][]) {
    const bytes = Buffer.from(contents[name] ?? `no real ${name}`);
    await store.put(stagedKey(session.id, epoch, fileName), Readable.from([bytes]), contentType);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files[name] = { fileName, contentType, byteLength: bytes.length, sha256 };
  }
  const artifacts: FinishedArtifacts = {
    store: store.kind,
    epoch,
    files: files as Record<ArtifactName, Artifact>,
  };
  await changeCounted(em, session.id, (transaction) =>
    transaction.nativeUpdate(
      RecitalSession,
      { id: session.id },
      { status: 'uploaded', kept: true, epoch, artifacts, durationSeconds: 2, finalisedAt: new Date() },
    ),
  );
  return em.findOneOrFail(RecitalSession, session.id, { refresh: true });
}

/** Makes a session look as if its main audio could be heard and light were being made. */
export async function hearEarly(
  em: EntityManager,
  store: ContentStore,
  session: RecitalSession,
  main: string,
): Promise<RecitalSession> {
  await receiveTextSegment({ em, limits }, textSegment(session, 0, { seekEnd: 1 }));
  const bytes = Buffer.from(main);
  const [fileName, contentType] = fileNames.main;
  await store.put(stagedKey(session.id, 1, fileName), Readable.from([bytes]), contentType);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { contentVersion } = await em.findOneOrFail(RecitalSession, session.id, { refresh: true });
  const earlyMain = {
    contentVersion,
    store: store.kind,
    epoch: 1,
    durationSeconds: 2,
    main: { fileName, contentType, byteLength: bytes.length, sha256 },
  };
  await em.nativeUpdate(
    RecitalSession,
    { id: session.id },
    { status: 'ended', kept: true, epoch: 1, earlyMain },
  );
  return em.findOneOrFail(RecitalSession, session.id, { refresh: true });
}
