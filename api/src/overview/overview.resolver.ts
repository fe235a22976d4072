import {
  countAwaitingApproval,
  readActiveSpeakers,
  readAttentionCounts,
  readLanguageTotals,
  readMostReadTexts,
  readSessionCounts,
  type GivenText,
} from '@crowd-recital/core/stats/overview.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { TextDocumentType } from '../text/text.type.js';
import {
  ActiveSpeakers,
  AttentionCount,
  LanguageTotals,
  Overview,
  SessionCounts,
  TextTotalsType,
} from './overview.type.js';

/** Texts that an overview names. */
const mostTexts = 10;

@Resolver(() => Overview)
export class OverviewResolver {
  @Query(() => Overview, {
    description:
      'How the site is, at a look. Nothing of it reads more with more recordings. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN.',
  })
  overview(@Ctx() { caller }: Context): Overview {
    requireAdmin(caller);
    return new Overview();
  }

  @FieldResolver(() => SessionCounts, { description: 'Recitals by how far they are.' })
  sessions(@Ctx() { em }: Context): Promise<SessionCounts> {
    return readSessionCounts(em);
  }

  @FieldResolver(() => [AttentionCount], {
    description: 'What waits for an admin, the most frequent reason first.',
  })
  attention(@Ctx() { em }: Context): Promise<AttentionCount[]> {
    return readAttentionCounts(em);
  }

  @FieldResolver(() => Int, {
    description: 'How many people wait to be let in. Counted up to 1000; 1001 means more.',
  })
  awaitingApproval(@Ctx() { em }: Context): Promise<number> {
    return countAwaitingApproval(em);
  }

  @FieldResolver(() => ActiveSpeakers, { description: 'How many different people recorded lately.' })
  activeSpeakers(@Ctx() { em }: Context): Promise<ActiveSpeakers> {
    return readActiveSpeakers(em);
  }

  @FieldResolver(() => [LanguageTotals], {
    description:
      'What was given in each language, the most first; languages without a recording are left out.',
  })
  languages(@Ctx() { em }: Context): Promise<LanguageTotals[]> {
    return readLanguageTotals(em);
  }

  @FieldResolver(() => [TextTotalsType], {
    description: 'The 10 texts of which there is the most, the most first.',
  })
  texts(@Ctx() { em }: Context): Promise<GivenText[]> {
    return readMostReadTexts(em, mostTexts);
  }
}

@Resolver(() => TextTotalsType)
export class TextTotalsResolver {
  @FieldResolver(() => TextDocumentType, { description: 'The text.' })
  text(@Root() { textId }: GivenText, @Ctx() { loaders }: Context): Promise<TextDocument> {
    return loaders.textById.load(textId);
  }
}
