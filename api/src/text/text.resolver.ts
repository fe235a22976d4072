import type { User } from '@crowd-recital/core/user/user.entity.js';
import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { createText } from '@crowd-recital/core/text/create-text.js';
import type { ReadingProgress } from '@crowd-recital/core/text/reading-progress.js';
import {
  TextDocument,
  type Language as LanguageCode,
} from '@crowd-recital/core/text/text-document.entity.js';
import type { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import { findVisibleText } from '@crowd-recital/core/text/visible-texts.js';
import { suggestArticle, type ArticleSuggestion } from '@crowd-recital/core/text/wiki/suggest-article.js';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireSignedSpeakerOrAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import type { Page } from '../page/connection.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { UserType } from '../user/user.type.js';
import { filterTexts } from './filter-texts.js';
import { textsByLastReading } from './texts-by-last-reading.js';
import { PlainTextInput, TextFilter, TextOrder } from './text.input.js';
import {
  Language,
  ReadingProgressType,
  TextDocumentConnection,
  TextDocumentType,
  TextRevisionType,
  TextSuggestionType,
} from './text.type.js';

/** What the columns hold that texts are sorted by. */
const kinds = { createdAt: 'time', title: 'text', sentenceCount: 'number' } as const;

@Resolver(() => TextDocumentType)
export class TextResolver {
  @Query(() => TextDocumentConnection, {
    description:
      'The texts that the caller may read aloud (own and public ones; admins: all), the newest first unless sorted otherwise.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT for a page size or cursor that cannot be.',
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
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<Page<TextDocument>> {
    const viewer = requireSignedSpeakerOrAdmin({ caller, agreements });
    const { field, direction }: TextOrder = orderBy ?? { field: 'createdAt', direction: 'desc' };
    const where = filterTexts(viewer, filter ?? {});
    if (field === 'lastReadAt')
      return textsByLastReading(em, { readerId: viewer.id, where, direction }, page);
    const order = { property: field, kind: kinds[field], nullable: false, isId: isUuid, direction };
    return keysetPage(em, { entity: TextDocument, where, order }, page);
  }

  @Query(() => TextDocumentType, {
    description:
      'One text. Errors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, NOT_FOUND also for a text that the caller may not see.',
  })
  async text(
    @Arg('id', () => ID, { description: 'The id of the text.' }) id: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<TextDocument> {
    return findVisibleText(em, requireSignedSpeakerOrAdmin({ caller, agreements }), id);
  }

  @Mutation(() => TextDocumentType, {
    description:
      'Adds a text of the caller to read aloud; the server takes out what stands in parentheses, and finds the sentences.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a speaker who publishes, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT when there is nothing to read or too much, CONFLICT when the speaker has no room.',
  })
  async createTextFromPlainText(
    @Arg('input', () => PlainTextInput, { description: 'The text, and what is to be known of it.' })
    input: PlainTextInput,
    @Ctx() { em, caller, agreements, config }: Context,
  ): Promise<TextDocument> {
    const text = {
      owner: requireSignedSpeakerOrAdmin({ caller, agreements }),
      title: input.title,
      language: input.language,
      text: input.text,
      public: input.public ?? false,
      sourceKind: 'plain-text',
    } as const;
    return createText(em, text, config.texts.speakerSentences);
  }

  @FieldResolver(() => Boolean, { description: 'True when the caller owns the text.' })
  mine(@Root() text: TextDocument, @Ctx() { caller }: Context): boolean {
    return caller.kind === 'user' && text.owner?.id === caller.user.id;
  }

  @Query(() => TextSuggestionType, {
    description:
      'A random article of Wikipedia of a fit length, to be read aloud.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, UPSTREAM_UNAVAILABLE (reason WIKI_UNAVAILABLE) when Wikipedia does not answer.',
  })
  async suggestText(
    @Arg('language', () => Language, { description: 'The language to read in.' }) language: LanguageCode,
    @Ctx() { caller, agreements, config }: Context,
  ): Promise<ArticleSuggestion> {
    requireSignedSpeakerOrAdmin({ caller, agreements });
    // An operation has 10 s: two tries have to fit in.
    return suggestArticle(
      { ...config.texts.wiki, timeout: Math.min(4, config.texts.wiki.timeout) },
      config.texts.picturesOrigin,
      language,
    );
  }

  @FieldResolver(() => ReadingProgressType, {
    nullable: true,
    description: 'How far the caller has come; null: the caller has read nothing of it yet.',
  })
  progress(@Root() { id }: TextDocument, @Ctx() { loaders }: Context): Promise<ReadingProgress | null> {
    return loaders.readingProgress.load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The article's link, or the file's name (which only the owner and admins read); null for pasted text.",
  })
  source(@Root() text: TextDocument, @Ctx() { caller }: Context): string | null {
    if (caller.kind !== 'user') return null;
    const mayKnow = caller.user.group === 'admin' || caller.user.id === text.owner?.id;
    return text.sourceKind === 'wiki-article' || mayKnow ? (text.source ?? null) : null;
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: "Whose it is; null when it is nobody's, and for everybody but admins and the owner.",
  })
  owner(@Root() text: TextDocument, @Ctx() { caller, loaders }: Context): Promise<User | null> | null {
    if (caller.kind !== 'user' || !text.owner) return null;
    const mayKnow = caller.user.group === 'admin' || caller.user.id === text.owner.id;
    return mayKnow ? loaders.userById.load(text.owner.id) : null;
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
