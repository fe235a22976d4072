import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../errors/app-error.js';
import type { Viewer } from '../user/viewer.js';
import { RecitalSession } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';

/** The sessions that a viewer may see and play: a speaker's own that are not discarded, an admin all. */
export function visibleSessions(viewer: Viewer): FilterQuery<RecitalSession> {
  if (viewer.group === 'admin') return {};
  return { user: viewer.id, status: { $ne: 'discarded' } };
}

/** Those that belong in a list: visible, and something was recorded in them. */
export function listedSessions(viewer: Viewer): FilterQuery<RecitalSession> {
  return { $and: [visibleSessions(viewer), { $or: [{ endReason: null }, { endReason: { $ne: 'empty' } }] }] };
}

/** @throws NOT_FOUND when there is no such session, or the viewer may not see it: the two cannot be told apart. */
export async function findVisibleSession(
  em: EntityManager,
  viewer: Viewer,
  sessionId: string,
): Promise<RecitalSession> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const session = await em.findOne(RecitalSession, { $and: [{ id: sessionId }, visibleSessions(viewer)] });
  if (session === null) throw notFound('session');
  return session;
}
