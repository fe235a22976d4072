import type { ReadingGoalInput } from '../gql/generated';

/** What somebody can set out to read, from little to much. */
export const readingGoals: readonly ReadingGoalInput[] = [
  { period: 'DAY', minutes: 5 },
  { period: 'DAY', minutes: 10 },
  { period: 'DAY', minutes: 20 },
  { period: 'DAY', minutes: 30 },
  { period: 'WEEK', minutes: 30 },
  { period: 'WEEK', minutes: 60 },
  { period: 'WEEK', minutes: 120 },
];

/** The choices, with the goal that is set among them also when another program set it to something else. */
export function choicesWith(goal: ReadingGoalInput | null | undefined): ReadingGoalInput[] {
  const others = readingGoals.filter((choice) => !goal || nameOf(choice) !== nameOf(goal));
  const all = goal ? [...others, { period: goal.period, minutes: goal.minutes }] : others;
  return all.sort((a, b) => a.period.localeCompare(b.period) || a.minutes - b.minutes);
}

/** A goal as the value of a control. */
export function nameOf({ period, minutes }: ReadingGoalInput): string {
  return `${period} ${minutes}`;
}

/** The time zone of this device, by which its days begin and end. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
