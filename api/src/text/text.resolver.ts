import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { createText } from '@crowd-recital/core/text/create-text.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import type { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import { findVisibleText, listedTexts } from '@crowd-recital/core/text/visible-texts.js';
import type { Viewer } from '@crowd-recital/core/user/viewer.js';
import type { FilterQuery } from '@mikro-orm/core';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireSpeaker } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { isGiven } from '../graphql/is-given.js';
import type { Page } from '../page/connection.js';
import { contains } from '../page/contains.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { PlainTextInput, TextFilter, TextOrder } from './text.input.js';
import { TextDocumentConnection, TextDocumentType, TextRevisionType } from './text.type.js';

@Resolver(() => TextDocumentType)
export class TextResolver {
  @Query(() => TextDocumentConnection, {
    description:
      'The texts that the caller may read aloud (own and public ones; admins: all), the newest first unless sorted otherwise.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async texts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TextFilter, { nullable: true, description: 'Only texts to which this applies.' })
    filter: TextFilter | null | undefined,
    @Arg('orderBy', () => TextOrder, {
      nullable: true,
      description: 'The order; the newest first if left out.',
    })
    orderBy: TextOrder | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<Page<TextDocument>> {
    const viewer = requireSpeaker(caller);
    const property = orderBy?.field ?? 'createdAt';
    return keysetPage(
      em,
      {
        entity: TextDocument,
        where: { $and: [listedTexts(viewer), ...filterTexts(viewer, filter ?? {})] },
        order: {
          property,
          kind: property === 'createdAt' ? 'time' : 'text',
          nullable: false,
          isId: isUuid,
          direction: orderBy?.direction ?? 'desc',
        },
      },
      page,
    );
  }

  @Query(() => TextDocumentType, {
    description:
      'One text. Errors: UNAUTHENTICATED, FORBIDDEN before approval, NOT_FOUND also for a text that the caller may not see.',
  })
  async text(
    @Arg('id', () => ID, { description: 'The id of the text.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<TextDocument> {
    return findVisibleText(em, requireSpeaker(caller), id);
  }

  @Mutation(() => TextDocumentType, {
    description:
      'Adds a text of the caller to read aloud; the server finds its sentences.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a speaker who publishes, BAD_USER_INPUT when there is nothing to read or too much.',
  })
  async createTextFromPlainText(
    @Arg('input', () => PlainTextInput, { description: 'The text, and what is to be known of it.' })
    input: PlainTextInput,
    @Ctx() { em, caller }: Context,
  ): Promise<TextDocument> {
    return createText(em, {
      owner: requireSpeaker(caller),
      title: input.title,
      language: input.language,
      text: input.text,
      public: input.public ?? false,
      sourceKind: 'plain-text',
    });
  }

  @FieldResolver(() => Boolean, { description: 'True when the caller owns the text.' })
  mine(@Root() text: TextDocument, @Ctx() { caller }: Context): boolean {
    return caller.kind === 'user' && text.owner?.id === caller.user.id;
  }

  @FieldResolver(() => TextRevisionType, { description: 'The words that are read now.' })
  currentRevision(@Root() text: TextDocument, @Ctx() { loaders }: Context): Promise<TextRevision> {
    return loaders.currentRevision.load(text);
  }
}

@Resolver(() => TextRevisionType)
export class TextRevisionResolver {
  @FieldResolver(() => [[String]], {
    description: 'Paragraphs of sentences; a sentence is named by its two positions, each counted from 0.',
    complexity: 5,
  })
  paragraphs(@Root() revision: TextRevision, @Ctx() { loaders }: Context): Promise<string[][]> {
    return loaders.paragraphs.load(revision);
  }
}

function filterTexts(
  viewer: Viewer,
  { search, language, mine }: Readonly<TextFilter>,
): FilterQuery<TextDocument>[] {
  const conditions: FilterQuery<TextDocument>[] = [];
  if (isGiven(search)) conditions.push({ title: contains(search) });
  if (isGiven(language)) conditions.push({ language });
  if (mine === true) conditions.push({ owner: viewer.id });
  if (mine === false) conditions.push({ $or: [{ owner: null }, { owner: { $ne: viewer.id } }] });
  return conditions;
}
