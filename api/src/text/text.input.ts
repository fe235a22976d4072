import type {
  Language as LanguageCode,
  TextSourceKind as SourceKind,
} from '@crowd-recital/core/text/text-document.entity.js';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../page/order-direction.type.js';
import { Language, TextSourceKind } from './text.type.js';

/** Sort keys of the list of texts, and the property that each stands for. */
export const TextOrderField = {
  CREATED_AT: 'createdAt',
  TITLE: 'title',
  LENGTH: 'sentenceCount',
  LAST_READ: 'lastReadAt',
} as const;
export type TextOrderProperty = (typeof TextOrderField)[keyof typeof TextOrderField];

registerEnumType(TextOrderField, {
  name: 'TextOrderField',
  description: 'What texts are sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When the text was added.' },
    TITLE: { description: 'The title, by the code points of its letters.' },
    LENGTH: { description: 'How many sentences there are to read.' },
    LAST_READ: {
      description:
        'When the caller last read of it; what the caller has not begun comes last in either direction.',
    },
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

  @Field(() => ID, { nullable: true, description: 'Only texts of this user.' })
  readonly ownerId?: string | null;

  @Field(() => [TextSourceKind], { nullable: true, description: 'Only texts that came from one of these.' })
  readonly sourceKinds?: SourceKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only texts that every speaker may read. False: only the private ones.',
  })
  readonly public?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only texts that were archived. They are left out otherwise.',
  })
  readonly archived?: boolean | null;
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

@InputType('UpdateTextInput', { description: 'What is to change of a text; what is left out stays.' })
export class UpdateTextInput {
  @Field(() => String, { nullable: true, description: 'Its title, of 1 to 200 characters.' })
  readonly title?: string | null;

  @Field(() => Language, {
    nullable: true,
    description: 'The language it is written in; holds for its recordings too, in lists and statistics.',
  })
  readonly language?: LanguageCode | null;
}
