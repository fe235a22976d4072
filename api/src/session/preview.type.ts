import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';

@ObjectType('Caption', { description: 'A sentence, and where the finished audio has it.' })
export class Caption {
  @Field(() => Int, { description: 'Which reading of the recital; verdicts name it by this.' })
  readonly sequence!: number;

  @Field(() => Float, { description: 'Seconds of finished audio at which it begins.' })
  readonly startSeconds!: number;

  @Field(() => Float, { description: 'Seconds of finished audio at which it ends.' })
  readonly endSeconds!: number;

  @Field(() => String, { description: 'The sentence, as the text has it.' })
  readonly text!: string;

  @Field(() => Int, { description: 'Which paragraph of the text, counted from 0.' })
  readonly paragraph!: number;

  @Field(() => Int, { description: 'Which sentence of the paragraph, counted from 0.' })
  readonly sentence!: number;
}

@ObjectType('SessionPreview', { description: 'What a player needs of a finished recital.' })
export class SessionPreview {
  @Field(() => String, {
    description: 'Playable link that ends at expiresAt; ask again before then. It can be read in ranges.',
  })
  readonly audioUrl!: string;

  @Field(() => String, { description: 'Type of the audio behind audioUrl.' })
  readonly audioMimeType!: string;

  @Field(() => String, { description: 'Link to the captions as WebVTT; it ends at expiresAt.' })
  readonly captionsUrl!: string;

  @Field(() => [Caption], { description: 'The sentences that were read and not discarded, in time.' })
  readonly captions!: readonly Readonly<Caption>[];

  @Field(() => DateTime, { description: 'When the links end.' })
  readonly expiresAt!: Date;
}
