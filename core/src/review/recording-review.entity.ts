import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { RecitalSession, reviewOutcomes } from '../session/recital-session.entity.js';
import { User } from '../user/user.entity.js';

/** What one reviewer decided on one recording. As many as are wanted have to agree: then it is the outcome. */
export const RecordingReview = defineEntity({
  name: 'RecordingReview',
  tableName: 'recording_reviews',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    session: () => p.manyToOne(RecitalSession).ref().deleteRule('cascade'),
    reviewer: () => p.manyToOne(User).ref().deleteRule('restrict'),
    decision: p.enum([...reviewOutcomes]),
    /** In words that the speaker reads. */
    reason: p.text().nullable(),
    /** True: the recording was finished anew since, with something else in it. */
    stale: p.boolean().default(false),
    decidedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'recording_reviews_session_reviewer_unique', properties: ['session', 'reviewer'] }],
  checks: [
    {
      name: 'recording_reviews_return_says_why_check',
      expression: `"decision" <> 'returned' or "reason" is not null`,
    },
  ],
});
export type RecordingReview = InferEntity<typeof RecordingReview>;
