import { ArgsType, Field, Int } from 'type-graphql';

/** Most edges of one page. */
export const largestPage = 100;
/** Edges of a page when the caller does not say. */
export const usualPage = 20;

/** Which page of a list: `first` edges (after a cursor), or `last` edges (before one). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the beginning, or after \`after\`: at most ${largestPage}, ${usualPage} unless given.`,
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind its edge.' })
  readonly after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end, or before \`before\`: at most ${largestPage}. Not together with \`first\`.`,
  })
  readonly last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor: the page ends in front of its edge. Not together with `after`.',
  })
  readonly before?: string | null;
}
