import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { containerFacts } from '@crowd-recital/core/audio/container.js';
import { sniffContainer, sniffLength } from '@crowd-recital/core/audio/sniff-container.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { publishedKey, sessionPrefix } from '@crowd-recital/core/storage/keys.js';
import type { OriginalAudio } from './original-rows.js';

/** Where the voice of an original recording lies. */
export type FoundRecording =
  | { readonly kind: 'finished'; readonly files: FinishedFiles }
  | { readonly kind: 'segments'; readonly files: readonly string[]; readonly mimeType: string };

/** What the predecessor put into its bucket. */
export type FinishedFiles = Readonly<Record<'source' | 'main' | 'light' | 'transcript', Artifact>>;

const fixedName = /^(?:(source|main|light)\.audio\.[a-z0-9]+|(transcript)\.vtt)$/;

/** @returns the finished files in the store; undefined unless all four are there. Every byte is read, to be hashed. */
export async function findFinished(
  store: ContentStore,
  sessionId: string,
): Promise<FinishedFiles | undefined> {
  const names = new Map<string, string>();
  for await (const { key } of store.list(sessionPrefix(sessionId))) {
    const name = key.slice(sessionPrefix(sessionId).length);
    const [, audio, transcript] = fixedName.exec(name) ?? [];
    const artifact = audio ?? transcript;
    if (artifact !== undefined) names.set(artifact, name);
  }
  const [source, main, light, transcript] = ['source', 'main', 'light', 'transcript'].map((artifact) =>
    names.get(artifact),
  );
  if (source === undefined || main === undefined || light === undefined || transcript === undefined) {
    return undefined;
  }
  return {
    source: await describe(store, sessionId, source),
    main: await describe(store, sessionId, main),
    light: await describe(store, sessionId, light),
    transcript: await describe(store, sessionId, transcript),
  };
}

/** Content types as they are: the predecessor stored most files without any, or with `.bin` for WebM. */
async function describe(store: ContentStore, sessionId: string, fileName: string): Promise<Artifact> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let byteLength = 0;
  for await (const chunk of await store.get(publishedKey(sessionId, fileName))) {
    const bytes = chunk as Buffer;
    if (head.length < sniffLength) head = Buffer.concat([head, bytes]).subarray(0, sniffLength);
    byteLength += bytes.length;
    hash.update(bytes);
  }
  return { fileName, contentType: contentTypeOf(fileName, head), byteLength, sha256: hash.digest('hex') };
}

function contentTypeOf(fileName: string, head: Buffer): string {
  if (fileName.endsWith('.vtt')) return 'text/vtt; charset=utf-8';
  if (fileName.endsWith('.mka')) return 'audio/x-matroska';
  const container = sniffContainer(head);
  return container === undefined ? 'application/octet-stream' : containerFacts(container).contentType;
}

/**
 * The files that the predecessor had not finished yet, in its data folder: the joined source, or the segments.
 * @returns undefined unless all of them are there, and are audio.
 */
export async function findSegments(
  folder: string,
  sessionId: string,
  audio: readonly OriginalAudio[],
): Promise<FoundRecording | undefined> {
  const names = await readdir(folder).catch(() => []);
  const there = new Set(names);
  const segments = audio.map(({ filename }) => path.basename(filename));
  const joined = names.filter(
    (name) => name.startsWith(`${sessionId}.`) && !name.includes('.seg.') && !/\.(vtt|mka|mp3)$/.test(name),
  );
  const whole = segments.length > 0 && segments.every((name) => there.has(name));
  const files = (whole ? segments : joined.slice(0, 1)).map((name) => path.join(folder, name));
  const [first] = files;
  if (first === undefined) return undefined;
  const container = sniffContainer(await headOf(first));
  if (container === undefined) return undefined;
  return { kind: 'segments', files, mimeType: containerFacts(container).contentType };
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffLength), 0, sniffLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
