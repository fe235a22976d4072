import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { User } from '../user/user.entity.js';

export const goalPeriods = ['day', 'week'] as const;
export type GoalPeriod = (typeof goalPeriods)[number];

/** How much a speaker set out to read; whoever has no row set out nothing. Nothing but the speaker's own page shows it. */
export const ReadingGoal = defineEntity({
  name: 'ReadingGoal',
  tableName: 'reading_goals',
  properties: {
    user: () => p.oneToOne(User).primary().deleteRule('cascade'),
    period: p.enum([...goalPeriods]),
    minutes: p.integer(),
    updatedAt: p
      .datetime(3)
      .defaultRaw('now()')
      .onUpdate(() => new Date()),
  },
});
export type ReadingGoal = InferEntity<typeof ReadingGoal>;
