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

/** The rows decide at each request: a session deleted, a right taken away or a newer finalisation ends the link. */
async function findArtifact(em: EntityManager, grant: MediaGrant): Promise<Artifact | undefined> {
  const viewer = await em.findOne(User, { id: grant.viewerId });
  if (!viewer?.group) return undefined;
  const session = await findVisibleSession(em, { id: viewer.id, group: viewer.group }, grant.sessionId);
  if (session.disavowed || session.artifacts?.epoch !== grant.epoch) return undefined;
  return Object.values(session.artifacts.files).find(({ fileName }) => fileName === grant.fileName);
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
