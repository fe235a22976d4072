import type { BatchProgress } from '@crowd-recital/core/text/import/batch-progress.js';
import type { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import { mostLinks } from '@crowd-recital/core/text/import/order-import.js';
import type { TextRefusal as Refusal } from '@crowd-recital/core/text/text-refusal.js';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TextImportType, TextRefusal } from './text-import.type.js';

@InputType('WikiTextsInput', { description: 'Many articles to read aloud.' })
export class WikiTextsInput {
  @Field(() => [String], {
    description: `Their links, each as \`WikiTextInput.url\`; 1 to ${mostLinks}. One that leads to no article does not keep the others.`,
  })
  readonly urls!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: every speaker may read them. Private if left out.',
  })
  readonly public?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID of the client, the same for everything that it sends together; the server makes one if left out.',
  })
  readonly batch?: string | null;
}

@ObjectType('TextBatch', {
  description: 'How far what was sent together has come. Imports are remembered for 30 days.',
})
export class TextBatch implements BatchProgress {
  @Field(() => ID, { description: 'Names the batch, for `TextImportFilter.batch`.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How many wait for their turn.' })
  readonly queued!: number;

  @Field(() => Int, { description: 'How many are being read.' })
  readonly running!: number;

  @Field(() => Int, { description: 'How many became texts.' })
  readonly done!: number;

  @Field(() => Int, { description: 'How many were taken in hand and failed; each import says why.' })
  readonly failed!: number;
}

@ObjectType('PlacedLink', { description: 'What became of one of many links.' })
export class PlacedLink {
  @Field(() => String, { description: 'The link, as it was given.' })
  readonly link!: string;

  @Field(() => TextImportType, {
    name: 'import',
    nullable: true,
    description: 'The import, on its way; null: it was refused at once.',
  })
  readonly order!: TextImport | null;

  @Field(() => TextRefusal, {
    name: 'reason',
    nullable: true,
    description: 'Why it was refused, for a program that translates it; null: it was not.',
  })
  readonly refusal!: Refusal | null;
}

@ObjectType('PlacedLinks', { description: 'What became of many links at once.' })
export class PlacedLinks {
  readonly batchId!: string;

  @Field(() => [PlacedLink], { description: 'One entry for each link, in their order.' })
  readonly links!: readonly PlacedLink[];
}
