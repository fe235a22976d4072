import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { User } from './user.entity.js';

/** What a speaker has given so far; kept in the transaction that changes it, so that statistics never scan sessions. */
export const UserTotals = defineEntity({
  name: 'UserTotals',
  tableName: 'user_totals',
  properties: {
    user: () => p.oneToOne(User).primary().deleteRule('cascade'),
    /** Seconds of finished, kept recordings. */
    durationSeconds: p.double().$type<number>().default(0),
    recordings: p.integer().default(0),
    /** Which `StandingBand` the speaker is in; means nothing without a recording. */
    band: p.integer().default(0),
  },
  indexes: [
    { name: 'user_totals_duration_seconds_index', properties: ['durationSeconds'] },
    {
      name: 'user_totals_band_index',
      expression: `create index "user_totals_band_index" on "user_totals" ("band", "duration_seconds") include ("recordings") where "recordings" > 0`,
    },
  ],
});
export type UserTotals = InferEntity<typeof UserTotals>;
