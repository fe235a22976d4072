import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { isSessionId } from '@crowd-recital/core/session/session-id.js';
import { findVisibleSession } from '@crowd-recital/core/session/visible-sessions.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import type { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { requireSignedSpeakerOrAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import type { Page } from '../page/connection.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { TextDocumentType, TextRevisionType } from '../text/text.type.js';
import { UserType } from '../user/user.type.js';
import { filterSessions } from './filter-sessions.js';
import { SessionPreview } from './preview.type.js';
import { previewSession } from './preview-session.js';
import { SessionFilter, SessionOrder } from './session.input.js';
import { RecitalSessionConnection, RecitalSessionType } from './session.type.js';

@Resolver(() => RecitalSessionType)
export class SessionResolver {
  @Query(() => RecitalSessionConnection, {
    description:
      'Recitals, the newest first unless sorted otherwise: of the caller, or of everybody for admins. Left out are those that ended without any voice, and those that were wished away unless the filter asks for them.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async sessions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SessionFilter, {
      nullable: true,
      description: 'Only sessions to which this applies.',
    })
    filter: SessionFilter | null | undefined,
    @Arg('orderBy', () => SessionOrder, {
      nullable: true,
      description: 'The order; the newest first if left out.',
    })
    orderBy: SessionOrder | null | undefined,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<Page<RecitalSession>> {
    const viewer = requireSignedSpeakerOrAdmin({ caller, agreements });
    const property = orderBy?.field ?? 'createdAt';
    return keysetPage(
      em,
      {
        entity: RecitalSession,
        where: filterSessions(viewer, filter ?? {}),
        order: {
          property,
          kind: property === 'createdAt' ? 'time' : 'number',
          nullable: property === 'durationSeconds',
          isId: isSessionId,
          direction: orderBy?.direction ?? 'desc',
        },
      },
      page,
    );
  }

  @Query(() => RecitalSessionType, {
    description:
      'One recital. Errors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, NOT_FOUND also for a recital that the caller may not see.',
  })
  async session(
    @Arg('id', () => ID, { description: 'The id of the recital.' }) id: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<RecitalSession> {
    return findVisibleSession(em, requireSignedSpeakerOrAdmin({ caller, agreements }), id);
  }

  @FieldResolver(() => UserType, { description: 'Who read; visible to the speaker and to admins.' })
  user(@Root() session: RecitalSession): Promise<User> {
    return session.user.loadOrFail();
  }

  @FieldResolver(() => TextDocumentType, { description: 'What was read.' })
  async text(@Root() session: RecitalSession): Promise<TextDocument> {
    const revision = await session.textRevision.loadOrFail();
    return revision.document.loadOrFail();
  }

  @FieldResolver(() => TextRevisionType, { description: 'The words as they were when it was read.' })
  textRevision(@Root() session: RecitalSession): Promise<TextRevision> {
    return session.textRevision.loadOrFail();
  }

  @FieldResolver(() => Int, { description: 'How many sentences were read and not discarded.' })
  sentenceCount(@Root() session: RecitalSession, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.sentenceCount.load(session);
  }

  @FieldResolver(() => SessionPreview, {
    nullable: true,
    complexity: ({ childComplexity }) => 10 + childComplexity,
    description:
      'Null until finished files exist (or, with early, something can be heard), and for a recital that was wished away.',
  })
  preview(
    @Root() session: RecitalSession,
    @Arg('early', () => Boolean, {
      defaultValue: false,
      description:
        'True: before there are finished files also the main audio of a recital that is kept and uncut, which is there seconds after its end. Its audioMimeType is not played by every browser: look before you play it, and ask again later where it is not.',
    })
    early: boolean,
    @Ctx() context: Context,
  ): Promise<Readonly<SessionPreview> | null> {
    return previewSession(context, session, early);
  }
}
