import { Field, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page of a list lies.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True: something follows the last edge of this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True: something lies before the first edge of this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first edge, for `before`; null on an empty page.',
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge, for `after`; null on an empty page.',
  })
  readonly endCursor!: string | null;
}
