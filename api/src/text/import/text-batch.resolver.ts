import { randomUUID } from 'node:crypto';
import { readBatchProgress } from '@crowd-recital/core/text/import/batch-progress.js';
import { importArticles } from '@crowd-recital/core/text/import/order-import.js';
import { refusalMessage } from '@crowd-recital/core/text/text-refusal.js';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireAdmin, requireSignedSpeakerOrAdmin } from '../../auth/require-viewer.js';
import type { Context } from '../../graphql/context.js';
import { isGiven } from '../../graphql/is-given.js';
import { PlacedLink, PlacedLinks, TextBatch, WikiTextsInput } from './text-batch.type.js';

@Resolver(() => PlacedLinks)
export class TextBatchResolver {
  @Mutation(() => PlacedLinks, {
    description:
      "Takes in many articles as texts of the caller's. Answers at once, link by link; `textBatch` tells how far all of them are, `textImports(filter: { batch })` what became of each. Files go by `createTextFromFile`, one by one under the same `batch`. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for no link, too many, or a batch that is no UUID.",
  })
  async createTextsFromWiki(
    @Arg('input', () => WikiTextsInput, { description: 'The articles, and what is to be known of them.' })
    { urls, batch, public: isPublic }: WikiTextsInput,
    @Ctx() { em, caller, config }: Context,
  ): Promise<PlacedLinks> {
    const owner = requireAdmin(caller);
    const batchId = batch ?? randomUUID();
    const outcomes = await importArticles(
      em,
      { owner, urls, batch: batchId, public: isPublic },
      config.texts,
    );
    const links = outcomes.map((outcome) => ({ order: null, refusal: null, ...outcome }));
    return { batchId, links };
  }

  @Query(() => TextBatch, {
    description:
      "How far what was sent together has come; all zero for a batch that is not (any more) the caller's, for admins anybody's.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers.",
  })
  async textBatch(
    @Arg('id', () => ID, { description: 'The batch, as the client named it.' }) id: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<TextBatch> {
    const viewer = requireSignedSpeakerOrAdmin({ caller, agreements });
    return { id, ...(await readBatchProgress(em, viewer, id)) };
  }

  @FieldResolver(() => TextBatch, { description: 'All of them together.' })
  async batch(@Root() { batchId }: PlacedLinks, @Ctx() { em, caller }: Context): Promise<TextBatch> {
    return { id: batchId, ...(await readBatchProgress(em, requireAdmin(caller), batchId)) };
  }
}

@Resolver(() => PlacedLink)
export class PlacedLinkResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was refused: a sentence in English that says what to do; null: it was not.',
  })
  message(@Root() { refusal }: PlacedLink): string | null {
    return isGiven(refusal) ? refusalMessage(refusal) : null;
  }
}
