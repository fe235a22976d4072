import {
  importSourceKinds,
  textImportStates,
  type ImportSourceKind as SourceKind,
  type TextImport,
  type TextImportState as State,
} from '@crowd-recital/core/text/import/text-import.entity.js';
import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { textRefusals, type TextRefusal as Refusal } from '@crowd-recital/core/text/text-refusal.js';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { enumOf } from '../../graphql/enum-of.js';
import { connectionOf } from '../../page/connection.js';
import { Language } from '../text.type.js';

const TextImportState = enumOf(textImportStates);

registerEnumType(TextImportState, {
  name: 'TextImportState',
  description: 'How far a text that is taken in has come.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being read; `progress` tells how far.' },
    DONE: { description: 'Its texts are there.' },
    FAILED: { description: 'It does not become a text; `reason` and `message` say why.' },
  },
});

const ImportSourceKind = enumOf(importSourceKinds);

registerEnumType(ImportSourceKind, {
  name: 'ImportSourceKind',
  description: 'Where a text is taken in from.',
  valuesConfig: {
    WIKI_ARTICLE: { description: 'An article of a wiki.' },
    FILE_UPLOAD: { description: 'A file.' },
  },
});

export const TextRefusal = enumOf(textRefusals);

registerEnumType(TextRefusal, {
  name: 'TextRefusal',
  description:
    'Why something does not become a text. Errors of the mutations name it in `extensions.reason`, an import that failed in `reason`.',
  valuesConfig: {
    NOT_A_LINK: { description: 'What was given is no link.' },
    WRONG_HOST: { description: 'The link leads to a site that no texts are taken from.' },
    UNSUPPORTED_LANGUAGE: { description: 'The link leads to a Wikipedia in another language.' },
    NOT_AN_ARTICLE: { description: 'The link leads to a page of the wiki that is no article.' },
    ARTICLE_NOT_FOUND: { description: 'The wiki has no article by this name.' },
    WIKI_UNAVAILABLE: { description: 'The wiki does not answer, or not as it should.' },
    UNSUPPORTED_FORMAT: { description: 'The file is of a kind that cannot be read.' },
    TOO_LARGE: { description: 'The file is larger than 10 MB.' },
    UNPACKS_TOO_LARGE: { description: 'Unpacked, the file has more than 100 MB or 2,000 parts.' },
    TOO_COMPLEX: { description: 'Reading it took more than a minute, or more than 512 MB of memory.' },
    BROKEN_FILE: { description: 'The file is damaged, or is not what its name says.' },
    PROTECTED_FILE: { description: 'The file is protected by a password or against copying.' },
    NO_TEXT_LAYER: { description: 'The PDF holds pictures of pages and no text.' },
    NOTHING_TO_READ: { description: 'No sentence is left of it that could be read aloud.' },
    TOO_MANY_IMPORTS: { description: 'Too many texts of the caller are still being taken in.' },
    NO_ROOM: { description: 'The speaker has stored as many texts as one may.' },
    FAILED: { description: 'It failed several times, through no fault of the text.' },
  },
});

@ObjectType('TextImport', {
  description:
    'An article or a file on its way to become a text. Ask for it again, every second or so, until it is DONE or FAILED. It is remembered for 30 days.',
})
export class TextImportType implements Pick<
  TextImport,
  'id' | 'sourceKind' | 'source' | 'language' | 'public' | 'state' | 'progress' | 'createdAt'
> {
  @Field(() => ID, { description: 'Identifies the import.' })
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What was sent together has one batch, as the client named it; null when it named none.',
  })
  readonly batch!: string | null;

  @Field(() => ImportSourceKind, { description: 'What it is taken in from.' })
  readonly sourceKind!: SourceKind;

  @Field(() => String, { description: "The link as it was given, or the file's name." })
  readonly source!: string;

  @Field(() => Language, { description: 'The language that it is read in.' })
  readonly language!: LanguageCode;

  @Field(() => String, { nullable: true, description: "The title that was given; null: the source's own." })
  readonly title!: string | null;

  @Field(() => Boolean, { description: 'True when every speaker may read what becomes of it.' })
  readonly public!: boolean;

  @Field(() => TextImportState, { description: 'How far it has come.' })
  readonly state!: State;

  @Field(() => Int, { description: 'How much of it is done, in per cent.' })
  readonly progress!: number;

  @Field(() => TextRefusal, {
    name: 'reason',
    nullable: true,
    description: 'Why it FAILED, for a program that translates it; null otherwise.',
  })
  readonly refusal!: Refusal | null;

  @Field(() => DateTime, { description: 'When it was ordered.' })
  readonly createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it came to its end; null: not yet.' })
  readonly finishedAt!: Date | null;
}

export const TextImportConnection = connectionOf(
  'TextImport',
  () => TextImportType,
  'A list of imports, page by page.',
);

@InputType('TextImportFilter', { description: 'Which imports; conditions that are given all hold.' })
export class TextImportFilter {
  @Field(() => ID, { nullable: true, description: 'Only what was sent together under this name.' })
  readonly batch?: string | null;

  @Field(() => [TextImportState], { nullable: true, description: 'Only imports in one of these states.' })
  readonly states?: State[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only imports of the caller; admins see those of everybody otherwise.',
  })
  readonly mine?: boolean | null;
}

@InputType('WikiTextInput', { description: 'An article to read aloud.' })
export class WikiTextInput {
  @Field(() => String, {
    description:
      'Its link as the browser shows it: Wikipedia in Hebrew, Yiddish or English, or the Yiddish Hamichlol.',
  })
  readonly url!: string;

  @Field(() => String, {
    nullable: true,
    description: "At most 200 characters; the article's own title if left out.",
  })
  readonly title?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: every speaker may read it (admins only). Private if left out.',
  })
  readonly public?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the client, the same for everything that it sends together.',
  })
  readonly batch?: string | null;
}

@InputType('FileTextInput', { description: 'What is to be known of a file.' })
export class FileTextInput {
  @Field(() => Language, {
    description: 'The language it is written in; it decides how sentences are told apart.',
  })
  readonly language!: LanguageCode;

  @Field(() => String, {
    nullable: true,
    description: "At most 200 characters; the document's own title, else the file's name, if left out.",
  })
  readonly title?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: every speaker may read it (admins only). Private if left out.',
  })
  readonly public?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the client, the same for everything that it sends together.',
  })
  readonly batch?: string | null;
}
