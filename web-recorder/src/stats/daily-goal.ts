import { shallowRef, watch, type Ref } from 'vue';

/** Minutes a day that somebody can set out to read. */
export const dailyGoals = [5, 10, 20, 30] as const;
export type DailyGoal = (typeof dailyGoals)[number];

const STORAGE_KEY = 'recital-daily-goal';

/** The goal of this browser, in minutes; kept there when it changes. */
export function useDailyGoal(): Ref<DailyGoal> {
  const stored = Number(localStorage.getItem(STORAGE_KEY));
  const goal = shallowRef<DailyGoal>(dailyGoals.find((minutes) => minutes === stored) ?? 10);
  watch(goal, (minutes) => localStorage.setItem(STORAGE_KEY, String(minutes)));
  return goal;
}
