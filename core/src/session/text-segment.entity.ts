import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { RecitalSession } from './recital-session.entity.js';

/** Why a speaker left a sentence out. */
export const skipReasons = ['hard-to-say', 'wrong-text', 'offensive'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** One reading of one sentence: from the press that opened it to the press that closed it, in recording time. */
export const TextSegment = defineEntity({
  name: 'TextSegment',
  tableName: 'text_segments',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    session: () => p.manyToOne(RecitalSession).ref().deleteRule('cascade'),
    sequence: p.integer(),
    paragraph: p.integer(),
    sentence: p.integer(),
    /** The sentence as the revision has it, never as a client sent it. */
    text: p.text(),
    /** Seconds of recording time. */
    seekStart: p.double().$type<number>(),
    seekEnd: p.double().$type<number>(),
    discarded: p.boolean().default(false),
    /** Only of a discarded reading: the speaker went on without reading the sentence. */
    skipReason: p.enum([...skipReasons]).nullable(),
    /**
     * Tells by what is heard of it in the finished audio; null where nothing is, and before it was finished. The same
     * again after another finalisation: what was said of it still holds.
     */
    heard: p.text().nullable(),
    receivedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'text_segments_session_sequence_unique', properties: ['session', 'sequence'] }],
  indexes: [
    {
      name: 'text_segments_reported_index',
      expression: `create index "text_segments_reported_index" on "text_segments" ("received_at", "id") where "skip_reason" is not null`,
    },
    {
      name: 'text_segments_reported_session_index',
      expression: `create index "text_segments_reported_session_index" on "text_segments" ("session_id") where "skip_reason" is not null`,
    },
  ],
  checks: [
    { name: 'text_segments_sequence_check', expression: '"sequence" >= 0' },
    { name: 'text_segments_seek_start_check', expression: '"seek_start" >= (0)::double precision' },
    { name: 'text_segments_seek_end_check', expression: '"seek_end" >= "seek_start"' },
    { name: 'text_segments_skipped_is_discarded_check', expression: '"skip_reason" is null or "discarded"' },
  ],
});
export type TextSegment = InferEntity<typeof TextSegment>;
