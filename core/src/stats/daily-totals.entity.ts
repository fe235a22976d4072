import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { languages } from '../text/text-document.entity.js';
import { User } from '../user/user.entity.js';

/**
 * What a speaker gave on one day in one language; kept with `UserTotals`, so that statistics over time never scan
 * sessions. A recital belongs to the day (in UTC) on which the server first heard of it.
 */
export const DailyTotals = defineEntity({
  name: 'DailyTotals',
  tableName: 'daily_totals',
  properties: {
    user: () => p.manyToOne(User).ref().primary().deleteRule('cascade'),
    day: p.date().primary(),
    language: p.enum([...languages]).primary(),
    /** Seconds of finished, kept recordings. */
    durationSeconds: p.double().$type<number>().default(0),
    recordings: p.integer().default(0),
  },
  indexes: [
    {
      name: 'daily_totals_day_index',
      expression: `create index "daily_totals_day_index" on "daily_totals" ("day", "language", "user_id") include ("duration_seconds", "recordings")`,
    },
  ],
});
export type DailyTotals = InferEntity<typeof DailyTotals>;
