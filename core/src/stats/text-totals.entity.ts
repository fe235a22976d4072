import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { TextDocument } from '../text/text-document.entity.js';

/** What all speakers gave of one text, in any of its revisions; kept with `UserTotals`. */
export const TextTotals = defineEntity({
  name: 'TextTotals',
  tableName: 'text_totals',
  properties: {
    text: () => p.manyToOne(TextDocument).ref().primary().deleteRule('cascade'),
    /** Seconds of finished, kept recordings. */
    durationSeconds: p.double().$type<number>().default(0),
    recordings: p.integer().default(0),
  },
  indexes: [{ name: 'text_totals_duration_index', properties: ['durationSeconds', 'text'] }],
});
export type TextTotals = InferEntity<typeof TextTotals>;
