import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { webVtt } from '@crowd-recital/core/captions/web-vtt.js';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { earlyCaptions, earlyMainOf } from '@crowd-recital/core/session/early-main.js';
import {
  artifactsToTakeOut,
  transcriptFileName,
  type Artifact,
} from '@crowd-recital/core/session/finished-artifacts.js';
import { ContentMissingError, type ByteRange } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { Router, type Request, type Response } from 'express';
import type { Services } from '../graphql/context.js';
import { readRange } from './byte-range.js';
import { findGrantedFile, findGrantedSession } from './granted-session.js';
import { archiveFileName, recordingArchive } from './recording-archive.js';

type MediaServices = Pick<Services, 'orm' | 'store' | 'mediaLinks'>;

/** Serves finished files to whoever holds a link that has not ended and may still hear the session. */
export function mediaRoute(services: MediaServices): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set({
      'Cache-Control': 'private, no-store',
      // The signature is the credential: a console on another page of the site plays it without the cookie.
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    next();
  });
  router.get(`/:sessionId/:epoch/${archiveFileName}`, async (request, response) => {
    await sendArchive(services, request, response);
  });
  router.get('/:sessionId/:epoch/:fileName', async (request, response) => {
    await sendFile(services, request, response);
  });
  return router;
}

interface GrantedArtifact extends Artifact {
  readonly key: string;
}

/** @throws NOT_FOUND whatever the reason: a link that does not work says nothing about what it led to. */
async function sendFile(
  services: MediaServices,
  request: Request<Record<'sessionId' | 'epoch' | 'fileName', string>>,
  response: Response,
): Promise<void> {
  const { sessionId, epoch, fileName } = request.params;
  const file = { sessionId, epoch: Number(epoch), fileName };
  const em = services.orm.em.fork();
  const grant = services.mediaLinks.verify(file, new URL(request.url, 'http://localhost').searchParams);
  const granted = grant && (await findGrantedSession(em, grant));
  if (grant === undefined || granted === undefined) throw linkDoesNotWork();
  const early = earlyMainOf(granted.session);
  if (early?.epoch === file.epoch && fileName === transcriptFileName) {
    const captions = webVtt(sessionId, await earlyCaptions(em, sessionId, early));
    response.type('text/vtt; charset=utf-8').send(captions);
    return;
  }
  const artifact = findGrantedFile(granted, grant);
  if (artifact === undefined) throw linkDoesNotWork();
  const key = stagedKey(sessionId, file.epoch, fileName);
  await sendArtifact(services, request, response, { ...artifact, key });
}

/** All files at once, for admins: among them is what reviewers said. */
async function sendArchive(
  { orm, store, mediaLinks }: MediaServices,
  request: Request<Record<'sessionId' | 'epoch', string>>,
  response: Response,
): Promise<void> {
  const { sessionId, epoch } = request.params;
  const file = { sessionId, epoch: Number(epoch), fileName: archiveFileName };
  const grant = mediaLinks.verify(file, new URL(request.url, 'http://localhost').searchParams);
  const find = async () => grant && (await findGrantedSession(orm.em.fork(), grant));
  const granted = await find();
  if (!granted?.byAdmin) throw linkDoesNotWork();
  const { finalisedAt } = granted.session;
  const artifacts = artifactsToTakeOut(granted.session);
  if (!finalisedAt || artifacts?.epoch !== file.epoch) throw linkDoesNotWork();
  response.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${sessionId}.zip"`,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const mayGoOn = async () => (await find())?.byAdmin === true;
  await pipeline(
    recordingArchive(store, { id: sessionId, artifacts, finalisedAt }, mayGoOn, gone.signal),
    response,
  ).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

function linkDoesNotWork(): AppError {
  return new AppError('NOT_FOUND', 'This link does not work, or not any more. Open the recording anew.');
}

async function sendArtifact(
  { store }: MediaServices,
  request: Request,
  response: Response,
  { key, fileName, contentType, byteLength, sha256 }: GrantedArtifact,
): Promise<void> {
  const etag = `"${sha256}"`;
  const ifRange = request.get('if-range');
  const wanted = ifRange === undefined || ifRange === etag ? request.get('range') : undefined;
  const range = readRange(wanted, byteLength);
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${byteLength}`).end();
    return;
  }
  const part = range === 'whole' ? undefined : range;
  const bytes = request.method === 'HEAD' ? undefined : await open(store, key, part);
  response.status(part === undefined ? 200 : 206).set({
    'Content-Type': contentType,
    'Content-Length': String(part === undefined ? byteLength : part.to - part.from + 1),
    'Content-Disposition': `inline; filename="${fileName}"`,
    'Accept-Ranges': 'bytes',
    ETag: etag,
  });
  if (part !== undefined) response.set('Content-Range', `bytes ${part.from}-${part.to}/${byteLength}`);
  if (bytes === undefined) {
    response.end();
    return;
  }
  // A listener who goes away takes the stream along; nothing is left to tell.
  await pipeline(bytes, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

async function open(
  store: MediaServices['store'],
  key: string,
  part: ByteRange | undefined,
): Promise<Readable> {
  try {
    return await store.get(key, part);
  } catch (error) {
    if (error instanceof ContentMissingError) throw linkDoesNotWork();
    throw error;
  }
}
