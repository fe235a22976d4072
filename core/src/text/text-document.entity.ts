import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { User } from '../user/user.entity.js';

export const languages = ['he', 'yi', 'en'] as const;
export type Language = (typeof languages)[number];

export const textSourceKinds = ['wiki-article', 'plain-text', 'file-upload'] as const;
export type TextSourceKind = (typeof textSourceKinds)[number];

/** Something to read aloud. Its words lie in its revisions; a session belongs to one revision for ever. */
export const TextDocument = defineEntity({
  name: 'TextDocument',
  tableName: 'text_documents',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    title: p.text(),
    language: p.enum([...languages]),
    sourceKind: p.enum([...textSourceKinds]),
    /** A link, a file's name, or null for pasted text. */
    source: p.text().nullable(),
    owner: () => p.manyToOne(User).ref().nullable().deleteRule('set null').index(),
    public: p.boolean().default(false),
    archivedAt: p.datetime(3).nullable(),
    /** Gone for everybody; the row stays for what was recorded of it. */
    deletedAt: p.datetime(3).nullable(),
    /** The import that it came by, for as long as that is remembered. */
    importId: p.uuid().nullable(),
    /** Number of the revision that is read now. */
    currentRevision: p.integer().default(1),
    /** Sentences of that revision; a trigger copies it from there. */
    sentenceCount: p.integer().default(0),
    createdAt: p.datetime(3).defaultRaw('now()'),
    updatedAt: p
      .datetime(3)
      .defaultRaw('now()')
      .onUpdate(() => new Date()),
  },
  indexes: [
    { name: 'text_documents_created_at_id_index', properties: ['createdAt', 'id'] },
    { name: 'text_documents_title_id_index', properties: ['title', 'id'] },
    { name: 'text_documents_sentence_count_id_index', properties: ['sentenceCount', 'id'] },
    { name: 'text_documents_owner_created_at_id_index', properties: ['owner', 'createdAt', 'id'] },
    { name: 'text_documents_language_created_at_id_index', properties: ['language', 'createdAt', 'id'] },
    {
      name: 'text_documents_public_index',
      expression: `create index "text_documents_public_index" on "text_documents" ("created_at", "id") where "public"`,
    },
    {
      name: 'text_documents_import_index',
      expression: `create index "text_documents_import_index" on "text_documents" ("import_id") where "import_id" is not null`,
    },
    {
      name: 'text_documents_title_trigrams_index',
      expression:
        'create index "text_documents_title_trigrams_index" on "text_documents" using gin ("title" gin_trgm_ops)',
    },
  ],
});
export type TextDocument = InferEntity<typeof TextDocument>;
