import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { User } from '../../user/user.entity.js';
import { languages } from '../text-document.entity.js';
import { textRefusals } from '../text-refusal.js';

export const importSourceKinds = ['wiki-article', 'file-upload'] as const;
export type ImportSourceKind = (typeof importSourceKinds)[number];

export const textImportStates = ['queued', 'running', 'done', 'failed'] as const;
export type TextImportState = (typeof textImportStates)[number];

/** Something on its way to become a text, or several: an article's link, or a file. */
export const TextImport = defineEntity({
  name: 'TextImport',
  tableName: 'text_imports',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    /** Null: nobody's, from the command line. */
    owner: () => p.manyToOne(User).ref().nullable(),
    /** What was sent together has one batch, which the client chose. */
    batch: p.uuid().nullable(),
    sourceKind: p.enum([...importSourceKinds]),
    /** The link as it was given, or the file's name. */
    source: p.text(),
    language: p.enum([...languages]),
    /** As it was given; null: the source's own. */
    title: p.text().nullable(),
    public: p.boolean().default(false),
    state: p.enum([...textImportStates]).default('queued'),
    /** Per cent. */
    progress: p.integer().default(0),
    /** Why it failed. */
    refusal: p.enum([...textRefusals]).nullable(),
    /** The file, until it was taken in or refused. Lazy: nobody but the worker needs it. */
    content: p.blob().lazy().nullable(),
    epoch: p.integer().default(0),
    attempts: p.integer().default(0),
    leaseUntil: p.datetime(3).nullable(),
    /** When workers were last told of it. */
    hintedAt: p.datetime(3).defaultRaw('now()'),
    createdAt: p.datetime(3).defaultRaw('now()'),
    finishedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'text_imports_created_at_id_index', properties: ['createdAt', 'id'] },
    { name: 'text_imports_owner_created_at_id_index', properties: ['owner', 'createdAt', 'id'] },
    { name: 'text_imports_batch_created_at_id_index', properties: ['batch', 'createdAt', 'id'] },
    {
      name: 'text_imports_open_index',
      expression: `create index "text_imports_open_index" on "text_imports" ("owner_id", "hinted_at") where "finished_at" is null`,
    },
    {
      name: 'text_imports_finished_index',
      expression: `create index "text_imports_finished_index" on "text_imports" ("finished_at") where "finished_at" is not null`,
    },
  ],
});
export type TextImport = InferEntity<typeof TextImport>;
