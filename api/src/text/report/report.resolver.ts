import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { countReports, type ReportCount } from '@crowd-recital/core/text/reported-sentences.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { readSentenceReadings } from '@crowd-recital/core/text/text-readings.js';
import { currentRevision, findVisibleText } from '@crowd-recital/core/text/visible-texts.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { FilterQuery } from '@mikro-orm/core';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { requireAdmin } from '../../auth/require-viewer.js';
import type { Context } from '../../graphql/context.js';
import { isGiven } from '../../graphql/is-given.js';
import type { Page } from '../../page/connection.js';
import { keysetPage } from '../../page/keyset-page.js';
import { PageArgs } from '../../page/page.args.js';
import { UserType } from '../../user/user.type.js';
import { TextDocumentType } from '../text.type.js';
import {
  ReportCountType,
  ReportedSentence,
  ReportedSentenceConnection,
  ReportFilter,
  SentenceReadings,
} from './report.type.js';

@Resolver(() => ReportedSentence)
export class ReportResolver {
  @Query(() => ReportedSentenceConnection, {
    description:
      'Sentences that speakers left out, with their reasons, the latest first. Those of a recital that is deleted go with it. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async reportedSentences(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ReportFilter, { nullable: true, description: 'Only reports to which this applies.' })
    filter: ReportFilter | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<Page<TextSegment>> {
    requireAdmin(caller);
    return keysetPage(
      em,
      {
        entity: TextSegment,
        where: filterReports(filter ?? {}),
        order: { property: 'receivedAt', kind: 'time', nullable: false, isId: isUuid, direction: 'desc' },
      },
      page,
    );
  }

  @Query(() => [ReportCountType], {
    description:
      'How often each reason was given for leaving a sentence out, the most frequent first. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async reportCounts(
    @Arg('textId', () => ID, {
      nullable: true,
      description: 'Only those of this text; of all texts if left out.',
    })
    textId: string | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<ReportCount[]> {
    const viewer = requireAdmin(caller);
    const text = isGiven(textId) ? await findVisibleText(em, viewer, textId) : undefined;
    return countReports(em, text?.id);
  }

  @Query(() => [SentenceReadings], {
    description:
      'What came of each sentence of a text as it is now; sentences that nobody came to are left out. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async sentenceReadings(
    @Arg('textId', () => ID, { description: 'The text.' }) textId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<SentenceReadings[]> {
    const text = await findVisibleText(em, requireAdmin(caller), textId);
    return readSentenceReadings(em, (await currentRevision(em, text)).id);
  }

  @FieldResolver(() => TextDocumentType, { description: 'The text that it belongs to.' })
  async document(@Root() report: TextSegment, @Ctx() { loaders }: Context): Promise<TextDocument> {
    return loaders.textById.load((await loaders.reportPlace.load(report)).textId);
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who left it out; null for a person whose account is gone.',
  })
  async speaker(@Root() report: TextSegment, @Ctx() { loaders }: Context): Promise<User | null> {
    return loaders.userById.load((await loaders.reportPlace.load(report)).userId);
  }

  @FieldResolver(() => ID, { description: 'The recital in which it was left out.' })
  sessionId(@Root() { session }: TextSegment): string {
    return session.id;
  }

  @FieldResolver(() => Int, { description: 'Number of the revision that was read.' })
  async revision(@Root() report: TextSegment, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.reportPlace.load(report)).revision;
  }

  @FieldResolver(() => Boolean, {
    description: 'True: the text as it is now does not have this sentence any more.',
  })
  async corrected(@Root() report: TextSegment, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.reportPlace.load(report)).corrected;
  }
}

function filterReports({ textId, reasons }: Readonly<ReportFilter>): FilterQuery<TextSegment> {
  const conditions: FilterQuery<TextSegment>[] = [
    isGiven(reasons) ? { skipReason: { $in: reasons } } : { skipReason: { $ne: null } },
  ];
  if (isGiven(textId)) {
    // What is no UUID is nobody's text.
    conditions.push(
      isUuid(textId) ? { session: { textRevision: { document: textId } } } : { id: { $in: [] } },
    );
  }
  return { $and: conditions };
}
