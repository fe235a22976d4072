import {
  languages,
  textSourceKinds,
  type Language as LanguageCode,
  type TextDocument,
  type TextSourceKind as SourceKind,
} from '@crowd-recital/core/text/text-document.entity.js';
import type { ReadingProgress } from '@crowd-recital/core/text/reading-progress.js';
import type { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import type { ArticleSuggestion } from '@crowd-recital/core/text/wiki/suggest-article.js';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../page/connection.js';

export const Language = enumOf(languages);

registerEnumType(Language, {
  name: 'Language',
  description: 'The language of a text; it also gives the direction in which it is read.',
  valuesConfig: {
    HE: { description: 'Hebrew.' },
    YI: { description: 'Yiddish.' },
    EN: { description: 'English.' },
  },
});

export const TextSourceKind = enumOf(textSourceKinds);

registerEnumType(TextSourceKind, {
  name: 'TextSourceKind',
  description: 'Where a text came from.',
  valuesConfig: {
    WIKI_ARTICLE: { description: 'An article of a wiki.' },
    PLAIN_TEXT: { description: 'Text that was typed or pasted.' },
    FILE_UPLOAD: { description: 'A file that was uploaded.' },
  },
});

@ObjectType('TextRevision', { description: 'The words of a text at one time; they never change.' })
export class TextRevisionType implements Pick<
  TextRevision,
  'id' | 'number' | 'sentenceCount' | 'wordCount' | 'createdAt'
> {
  @Field(() => ID, { description: 'Identifies the revision for ever.' })
  readonly id!: string;

  @Field(() => Int, { description: 'Counts from 1 within its text.' })
  readonly number!: number;

  @Field(() => Int, { description: 'How many sentences there are to read.' })
  readonly sentenceCount!: number;

  @Field(() => Int, { description: 'How many words they have together.' })
  readonly wordCount!: number;

  @Field(() => DateTime, { description: 'When these words were written down.' })
  readonly createdAt!: Date;
}

@ObjectType('TextDocument', { description: 'Something to read aloud.' })
export class TextDocumentType implements Pick<
  TextDocument,
  'id' | 'title' | 'language' | 'sourceKind' | 'public' | 'createdAt' | 'updatedAt'
> {
  @Field(() => ID, { description: 'Identifies the text for ever.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => Language, { description: 'The language it is written in.' })
  readonly language!: LanguageCode;

  @Field(() => TextSourceKind, { description: 'Where it came from.' })
  readonly sourceKind!: SourceKind;

  @Field(() => Boolean, { description: 'True: every speaker may read it. False: its owner and admins.' })
  readonly public!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was taken out of everybody's lists; null while it is in them.",
  })
  readonly archivedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was added.' })
  readonly createdAt!: Date;

  @Field(() => DateTime, { description: 'When it, or what is said of it, was last changed.' })
  readonly updatedAt!: Date;
}

export const TextDocumentConnection = connectionOf(
  'TextDocument',
  () => TextDocumentType,
  'A list of texts, page by page.',
);

@ObjectType('ReadingProgress', { description: 'How far the caller has come in a text, on whatever device.' })
export class ReadingProgressType implements ReadingProgress {
  @Field(() => Int, { description: 'Sentences of the text, as it is now, that the caller has read.' })
  readonly sentencesRead!: number;

  @Field(() => Int, { description: 'Paragraph of the sentence that was read last, counted from 0.' })
  readonly paragraph!: number;

  @Field(() => Int, {
    description: 'That sentence in its paragraph, counted from 0; reading goes on behind it.',
  })
  readonly sentence!: number;

  @Field(() => DateTime, { description: 'When the recital began in which it was read.' })
  readonly lastReadAt!: Date;
}

@ObjectType('TextSuggestion', { description: 'An article that the caller may like to read aloud.' })
export class TextSuggestionType implements ArticleSuggestion {
  @Field(() => String, { description: 'Its link, for `createTextFromWiki`.' })
  readonly url!: string;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => String, { description: 'Its beginning, as plain text.' })
  readonly extract!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Address of a picture that pages of this site may show; null when the article has none, or the site shows none.',
  })
  readonly pictureUrl!: string | null;
}
