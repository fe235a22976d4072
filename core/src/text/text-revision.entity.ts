import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { TextDocument } from './text-document.entity.js';

/** The words of a text at one time; never changed once a row is there. */
export const TextRevision = defineEntity({
  name: 'TextRevision',
  tableName: 'text_revisions',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    document: () => p.manyToOne(TextDocument).ref().deleteRule('restrict'),
    /** Counts from 1 within its document. */
    number: p.integer(),
    /** Paragraphs of sentences. Lazy: lists of texts never need it. */
    paragraphs: p.json<string[][]>().lazy(),
    sentenceCount: p.integer(),
    wordCount: p.integer(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'text_revisions_document_number_unique', properties: ['document', 'number'] }],
});
export type TextRevision = InferEntity<typeof TextRevision>;
