import type { Language, StatsPerDayQuery } from '../gql/generated';

/** How many days the overview can look back; the API gives at most 366. */
export const STRETCHES = ['30', '90', '365'] as const;
export type Stretch = (typeof STRETCHES)[number];

type Day = StatsPerDayQuery['statsPerDay'][number];

const DAY_MS = 86_400_000;

/** What to ask for: the days of the server are those of UTC. */
export function stretchUntil(days: number, now: Date): { from: string; to: string } {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: dayOf(now.getTime() - (days - 1) * DAY_MS), to: dayOf(now.getTime()) };
}

/** Days put together, so that a year has no more bars than can be told apart. */
export interface Span {
  /** The first day */
  from: string;
  seconds: number;
  recordings: number;
  byLanguage: Readonly<Record<Language, number>>;
}

/** @param days - in order; a span is a day, or a week where there are more than 100 */
export function spansOf(days: readonly Day[]): Span[] {
  const length = days.length > 100 ? 7 : 1;
  const spans: Span[] = [];
  // Counted from the end: the last span is whole, what is short is the oldest.
  for (let end = days.length; end > 0; end -= length) {
    const group = days.slice(Math.max(0, end - length), end);
    const inLanguage = (language: Language) =>
      sum(group.flatMap((day) => day.languages.filter((one) => one.language === language)));
    spans.unshift({
      from: group[0]?.day ?? '',
      seconds: sum(group),
      recordings: group.reduce((all, { recordings }) => all + recordings, 0),
      byLanguage: { HE: inLanguage('HE'), YI: inLanguage('YI'), EN: inLanguage('EN') },
    });
  }
  return spans;
}

function sum(parts: readonly { durationSeconds: number }[]): number {
  return parts.reduce((all, { durationSeconds }) => all + durationSeconds, 0);
}
