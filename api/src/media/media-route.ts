import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import { findVisibleSession } from '@crowd-recital/core/session/visible-sessions.js';
import { ContentMissingError, type ByteRange } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Router, type Request, type Response } from 'express';
import type { Services } from '../graphql/context.js';
import { readRange } from './byte-range.js';
import { archiveFileName, recordingArchive, type ArchivedSession } from './recording-archive.js';
import type { MediaGrant } from './media-links.js';

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
    const artifact = await grantedArtifact(services, request);
    await sendArtifact(services, request, response, artifact);
  });
  return router;
}

interface GrantedArtifact extends Artifact {
  readonly key: string;
}

/** @throws NOT_FOUND whatever the reason: a link that does not work says nothing about what it led to. */
async function grantedArtifact(
  { orm, mediaLinks }: MediaServices,
  request: Request<Record<'sessionId' | 'epoch' | 'fileName', string>>,
): Promise<GrantedArtifact> {
  const { sessionId, epoch, fileName } = request.params;
  const file = { sessionId, epoch: Number(epoch), fileName };
  const grant = mediaLinks.verify(file, new URL(request.url, 'http://localhost').searchParams);
  const artifact = grant === undefined ? undefined : await findArtifact(orm.em.fork(), grant);
  if (artifact === undefined) throw linkDoesNotWork();
  return { ...artifact, key: stagedKey(file.sessionId, file.epoch, artifact.fileName) };
}

async function findArtifact(em: EntityManager, grant: MediaGrant): Promise<Artifact | undefined> {
  const { byAdmin, artifacts } = (await findGranted(em, grant)) ?? {};
  if (artifacts === undefined) return undefined;
  const { epoch, files, reviewed } = artifacts;
  if (epoch === grant.epoch) return Object.values(files).find(({ fileName }) => fileName === grant.fileName);
  // What reviewers said is not for the speaker, whose own recording it is.
  const isReviewed = reviewed?.epoch === grant.epoch && reviewed.fileName === grant.fileName;
  return isReviewed && byAdmin ? reviewed : undefined;
}

interface Granted extends ArchivedSession {
  readonly byAdmin: boolean;
}

/** The rows decide at each request: a session deleted, or a right taken away, ends the link. */
async function findGranted(em: EntityManager, grant: MediaGrant): Promise<Granted | undefined> {
  const viewer = await em.findOne(User, { id: grant.viewerId });
  if (!viewer?.group) return undefined;
  const session = await findVisibleSession(em, { id: viewer.id, group: viewer.group }, grant.sessionId);
  const { id, artifacts, finalisedAt } = session;
  if (session.disavowed || !artifacts || !finalisedAt) return undefined;
  return { id, artifacts, finalisedAt, byAdmin: viewer.group === 'admin' };
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
  const granted = grant && (await findGranted(orm.em.fork(), grant));
  if (!granted?.byAdmin || granted.artifacts.epoch !== file.epoch) throw linkDoesNotWork();
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
  await pipeline(recordingArchive(store, granted, gone.signal), response).catch((error: unknown) => {
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
