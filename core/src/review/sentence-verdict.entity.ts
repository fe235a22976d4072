import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { RecitalSession } from '../session/recital-session.entity.js';
import { User } from '../user/user.entity.js';

/** What a reviewer says of a sentence that was read. */
export const sentenceVerdicts = ['good', 'wrong-words', 'noise', 'cut-off', 'other'] as const;
export type SentenceVerdictKind = (typeof sentenceVerdicts)[number];

/** What one reviewer heard in one sentence. Noted sentence by sentence; it is told once the reviewer has decided. */
export const SentenceVerdict = defineEntity({
  name: 'SentenceVerdict',
  tableName: 'sentence_verdicts',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    session: () => p.manyToOne(RecitalSession).ref().deleteRule('cascade'),
    /** Of the reading, as in `text_segments`. */
    sequence: p.integer(),
    reviewer: () => p.manyToOne(User).ref().deleteRule('restrict'),
    verdict: p.enum([...sentenceVerdicts]),
    note: p.text().nullable(),
    /** The reading's `heard` at that moment; another one now means that something else is heard. */
    heard: p.text().nullable(),
    stale: p.boolean().default(false),
    judgedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [
    {
      name: 'sentence_verdicts_session_sequence_reviewer_unique',
      properties: ['session', 'sequence', 'reviewer'],
    },
  ],
  checks: [
    {
      name: 'sentence_verdicts_other_says_what_check',
      expression: `"verdict" <> 'other' or "note" is not null`,
    },
  ],
});
export type SentenceVerdict = InferEntity<typeof SentenceVerdict>;
