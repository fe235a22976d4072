import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Artifact, FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { publishedKey, segmentKey, stagedKey } from '@crowd-recital/core/storage/keys.js';
import type { FinishedFiles, FoundRecording } from './find-recording.js';
import type { ReadText } from './import-session.js';
import type { OriginalSession } from './original-rows.js';
import type { PlacedReading } from './place-readings.js';

/** A segment of audio, as its row is to be. */
interface AdoptedSegment {
  readonly sequence: number;
  readonly mimeType: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly sourceOffset: number | null;
}

/** A recording whose bytes lie where this system looks for them. */
export interface Adopted {
  readonly mimeType: string;
  readonly segments: readonly AdoptedSegment[];
  /** Null: the workers have to finish it. */
  readonly artifacts: FinishedArtifacts | null;
}

interface Known {
  readonly text: ReadText;
  readonly placed: readonly PlacedReading[];
  readonly speakerId: string;
}

/** What was finished there is the first finalisation here. */
const epoch = 1;

/**
 * Takes the finished files as they are: copies inside the store to where players look, and the manifest that the
 * predecessor did not write. Its source counts as one segment whose bytes lie in the source.
 */
export async function adoptFinished(
  store: ContentStore,
  session: OriginalSession,
  files: FinishedFiles,
  known: Known,
): Promise<Adopted> {
  for (const { fileName, contentType } of Object.values(files)) {
    await store.copy(publishedKey(session.id, fileName), stagedKey(session.id, epoch, fileName), contentType);
  }
  const manifest = await putManifest(store, session, files, known);
  const { source } = files;
  return {
    mimeType: source.contentType,
    segments: [
      {
        sequence: 0,
        mimeType: source.contentType,
        byteLength: source.byteLength,
        sha256: source.sha256,
        storageKey: segmentKey(session.id, 0, source.sha256),
        sourceOffset: 0,
      },
    ],
    artifacts: { store: store.kind, epoch, files: { ...files, manifest } },
  };
}

async function putManifest(
  store: ContentStore,
  session: OriginalSession,
  files: FinishedFiles,
  { text, placed, speakerId }: Known,
): Promise<Artifact> {
  const fileName = 'manifest.json';
  const contentType = 'application/json';
  const bytes = Buffer.from(
    `${JSON.stringify(manifestOf(session, files, { text, placed, speakerId }), null, 2)}\n`,
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await store.put(stagedKey(session.id, epoch, fileName), Readable.from([bytes]), contentType);
  await store.put(publishedKey(session.id, fileName), Readable.from([bytes]), contentType);
  return { fileName, contentType, byteLength: bytes.length, sha256 };
}

/** As finalisation writes it, as far as it is known. */
function manifestOf(
  session: OriginalSession,
  files: FinishedFiles,
  { text, placed, speakerId }: Known,
): unknown {
  let cueStart = 0;
  const readings = placed.map((reading, sequence) => {
    if (reading.discarded) return { sequence, ...reading, cue: null };
    // The predecessor's captions begin where the last one that was kept ended.
    const cue = { start: cueStart, end: reading.seekEnd };
    cueStart = reading.seekEnd;
    return { sequence, ...reading, cue };
  });
  return {
    version: 1,
    madeBy: { importedFrom: 'the predecessor of crowd-recital' },
    session: { id: session.id, startedAt: session.created_at.toISOString(), endReason: 'finished' },
    speaker: { id: speakerId },
    text: { documentId: text.documentId, revisionId: text.revisionId, revision: 1, language: text.language },
    capture: { mimeType: files.source.contentType },
    durationSeconds: session.duration ?? cueStart,
    files,
    cuts: [],
    holes: [],
    readings,
  };
}

/** Stores the files of an unfinished recording as its segments. */
export async function adoptSegments(
  store: ContentStore,
  sessionId: string,
  { files, mimeType }: Extract<FoundRecording, { kind: 'segments' }>,
): Promise<Adopted> {
  const segments: AdoptedSegment[] = [];
  for (const [sequence, file] of files.entries()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const sha256 = hash.digest('hex');
    const { size: byteLength } = await stat(file);
    const storageKey = segmentKey(sessionId, sequence, sha256);
    await store.put(storageKey, createReadStream(file), mimeType, { sha256, byteLength });
    segments.push({ sequence, mimeType, byteLength, sha256, storageKey, sourceOffset: null });
  }
  return { mimeType, segments, artifacts: null };
}
