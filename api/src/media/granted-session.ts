import { earlyMainOf } from '@crowd-recital/core/session/early-main.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { findVisibleSession } from '@crowd-recital/core/session/visible-sessions.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MediaGrant } from './media-links.js';

/** What a link leads to, while its holder may hear it. */
export interface GrantedSession {
  readonly session: RecitalSession;
  readonly byAdmin: boolean;
}

/** The rows decide at each request: a session deleted, a right taken away or a sign-in revoked ends the link. */
export async function findGrantedSession(
  em: EntityManager,
  grant: MediaGrant,
): Promise<GrantedSession | undefined> {
  const viewer = await em.findOne(User, { id: grant.viewerId });
  if (!viewer?.group) return undefined;
  if (viewer.tokenVersion !== grant.tokenVersion) return undefined;
  const session = await findVisibleSession(em, { id: viewer.id, group: viewer.group }, grant.sessionId);
  if (session.disavowed) return undefined;
  return { session, byAdmin: viewer.group === 'admin' };
}

/** @returns the stored file that a link names, if it is one of the session's finished ones or the one heard early. */
export function findGrantedFile(
  { session, byAdmin }: GrantedSession,
  { epoch, fileName }: MediaGrant,
): Artifact | undefined {
  const { artifacts } = session;
  if (!artifacts) {
    const early = earlyMainOf(session);
    return early?.epoch === epoch && early.main.fileName === fileName ? early.main : undefined;
  }
  const { files, reviewed } = artifacts;
  if (epoch === artifacts.epoch) return Object.values(files).find((file) => file.fileName === fileName);
  // What reviewers said is not for the speaker, whose own recording it is.
  const isReviewed = reviewed?.epoch === epoch && reviewed.fileName === fileName;
  return isReviewed && byAdmin ? reviewed : undefined;
}
