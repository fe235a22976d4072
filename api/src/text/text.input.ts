import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../page/order-direction.type.js';
import { Language } from './text.type.js';

/** Sort keys of the list of texts, and the property that each stands for. */
export const TextOrderField = { CREATED_AT: 'createdAt', TITLE: 'title' } as const;
export type TextOrderProperty = (typeof TextOrderField)[keyof typeof TextOrderField];

registerEnumType(TextOrderField, {
  name: 'TextOrderField',
  description: 'What texts are sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When the text was added.' },
    TITLE: { description: 'The title, by the code points of its letters.' },
  },
});

@InputType('TextOrder', { description: 'How texts are sorted; equal ones by their id.' })
export class TextOrder {
  @Field(() => TextOrderField, { description: 'What to sort by.' })
  readonly field!: TextOrderProperty;

  @Field(() => OrderDirection, { description: 'Which way.' })
  readonly direction!: OrderDirection;
}

@InputType('TextFilter', { description: 'Which texts; conditions that are given all hold.' })
export class TextFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title, in upper or lower case.' })
  readonly search?: string | null;

  @Field(() => Language, { nullable: true, description: 'Only texts in this language.' })
  readonly language?: LanguageCode | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only texts of the caller (true), or only those of others (false).',
  })
  readonly mine?: boolean | null;
}

@InputType('PlainTextInput', { description: 'A text to read aloud, as it was typed or pasted.' })
export class PlainTextInput {
  @Field(() => String, {
    nullable: true,
    description: 'At most 200 characters; made of the first words if left out.',
  })
  readonly title?: string | null;

  @Field(() => Language, {
    description: 'The language it is written in; it decides how sentences are told apart.',
  })
  readonly language!: LanguageCode;

  @Field(() => String, {
    description: 'The text itself; line breaks set paragraphs apart, sentences are found by the server.',
  })
  readonly text!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: every speaker may read it (admins only). Private if left out.',
  })
  readonly public?: boolean | null;
}
