import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { TextDocumentType } from '../text.type.js';

/** What came of a text. */
@Resolver(() => TextDocumentType)
export class TextFiguresResolver {
  @FieldResolver(() => Int, {
    description: 'How many finished recordings there are of it, in any of its revisions, by all speakers.',
  })
  async recordings(@Root() text: TextDocument, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.textTotals.load(text)).recordings;
  }

  @FieldResolver(() => Float, { description: 'Seconds that these recordings have together.' })
  async recordedSeconds(@Root() text: TextDocument, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.textTotals.load(text)).durationSeconds;
  }
}
