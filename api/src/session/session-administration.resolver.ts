import type { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { artifactsToTakeOut, publishedFiles } from '@crowd-recital/core/session/finished-artifacts.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { UserType } from '../user/user.type.js';
import { requireAdmin } from '../auth/require-viewer.js';
import { linkHolder } from '../media/media-links.js';
import { archiveFileName } from '../media/recording-archive.js';
import type { Context } from '../graphql/context.js';
import { SessionAdministration, SessionArtifact, SessionEvent } from './session-administration.type.js';
import { RecitalSessionType } from './session.type.js';

@Resolver(() => RecitalSessionType)
export class AdministeredSessionResolver {
  @FieldResolver(() => SessionAdministration, {
    nullable: true,
    complexity: ({ childComplexity }) => childComplexity,
    description: 'The making of the recording; null for everybody but admins.',
  })
  administration(@Root() session: RecitalSession, @Ctx() { caller }: Context): RecitalSession | null {
    return caller.kind === 'user' && caller.user.group === 'admin' ? session : null;
  }
}

@Resolver(() => SessionAdministration)
export class SessionAdministrationResolver {
  @FieldResolver(() => [SessionArtifact], {
    description:
      'The finished files; none until they exist, and of a recital that was wished away or that nobody has kept yet.',
  })
  artifacts(@Root() session: RecitalSession, @Ctx() context: Context): SessionArtifact[] {
    const artifacts = artifactsToTakeOut(session);
    if (artifacts === undefined) return [];
    return publishedFiles(artifacts).map(({ epoch, ...file }) => ({
      ...file,
      url: linkTo(context, session, epoch, file.fileName),
    }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Link to all finished files in one ZIP, which ends after a few minutes; null until they exist, and for a recital that was wished away or that nobody has kept yet.',
  })
  archiveUrl(@Root() session: RecitalSession, @Ctx() context: Context): string | null {
    const artifacts = artifactsToTakeOut(session);
    return artifacts ? linkTo(context, session, artifacts.epoch, archiveFileName) : null;
  }

  @FieldResolver(() => [SessionEvent], { description: 'What happened to it, in order.' })
  async timeline(
    @Root() session: RecitalSession,
    @Ctx() { loaders }: Context,
  ): Promise<(AuditEntry | SystemEvent)[]> {
    const acts = await loaders.sessionAudit.load(session.id);
    return [...systemEvents(session), ...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}

@Resolver(() => SessionEvent)
export class SessionEventResolver {
  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who did it; null for the system, and for a person whose account is gone.',
  })
  actor(
    @Root() { actorId }: AuditEntry | SystemEvent,
    @Ctx() { loaders }: Context,
  ): Promise<User | null> | null {
    return actorId ? loaders.userById.load(actorId) : null;
  }
}

function linkTo(
  { mediaLinks, caller }: Context,
  { id: sessionId }: RecitalSession,
  epoch: number,
  fileName: string,
): string {
  const file = { sessionId, epoch, fileName, ...linkHolder(requireAdmin(caller)) };
  return mediaLinks.link(file, mediaLinks.expiry());
}

interface SystemEvent {
  readonly at: Date;
  readonly action: string;
  readonly actorId: null;
}

/** What the session's own row tells. */
function systemEvents(session: RecitalSession): SystemEvent[] {
  const moments: [string, Date | null | undefined][] = [
    ['session.begin', session.createdAt],
    ['session.end', session.endedAt],
    ['session.finalised', session.finalisedAt],
    ['session.segments-deleted', session.segmentsDeletedAt],
    ['session.first-deletion', session.firstDeletionAt],
  ];
  return moments.flatMap(([action, at]) => (at ? [{ at, action, actorId: null }] : []));
}
