import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { checkWholeNumber } from '../input/check-number.js';
import { holdAccount } from '../user/hold-account.js';
import type { GoalPeriod } from './reading-goal.entity.js';

/** How much somebody set out to read, every day or every week. */
export interface Goal {
  readonly period: GoalPeriod;
  readonly minutes: number;
}

/** Two hours a day, every day: beyond that no voice stays well. */
const mostMinutes: Readonly<Record<GoalPeriod, number>> = { day: 120, week: 840 };

/**
 * Remembers what a speaker set out to read, in place of whatever it was before.
 * @param goal - null: nothing any more.
 * @throws BAD_USER_INPUT for less than a minute, or more than 120 minutes a day or 840 a week.
 */
export async function setReadingGoal(em: EntityManager, userId: string, goal: Goal | null): Promise<void> {
  if (goal === null) {
    await em.execute('delete from reading_goals where user_id = ?', [userId]);
    return;
  }
  checkWholeNumber('minutes', goal.minutes, { least: 1, most: mostMinutes[goal.period] });
  await inTransaction(em, async (transaction) => {
    await holdAccount(transaction, userId);
    await transaction.execute(
      `insert into reading_goals (user_id, period, minutes) values (?, ?, ?)
       on conflict (user_id) do update set period = excluded.period, minutes = excluded.minutes, updated_at = now()`,
      [userId, goal.period, goal.minutes],
    );
  });
}

/** What a speaker set out to read; null: nothing. */
export async function readReadingGoal(em: EntityManager, userId: string): Promise<Goal | null> {
  const [goal] = await em.execute<Goal[]>('select period, minutes from reading_goals where user_id = ?', [
    userId,
  ]);
  return goal ?? null;
}
