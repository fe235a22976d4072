import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

const DAY_MS = 86_400_000;

/**
 * How the chosen language writes numbers and points in time. Browsers know no Yiddish: it gets Hebrew figures and
 * numbers instead of foreign names of months.
 */
export function useFormats() {
  const { locale, t } = useI18n();
  const tags = computed(() => (locale.value === 'yi' ? ['yi', 'he'] : [locale.value]));
  const month = computed(() => (locale.value === 'yi' ? 'numeric' : 'short'));

  const hourFigures = computed(() => new Intl.NumberFormat(tags.value, { maximumSignificantDigits: 3 }));
  const numbers = computed(() => new Intl.NumberFormat(tags.value));
  const times = computed(
    () => new Intl.DateTimeFormat(tags.value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  );
  const days = computed(() => new Intl.DateTimeFormat(tags.value, { day: 'numeric', month: month.value }));
  const daysOfOtherYears = computed(
    () => new Intl.DateTimeFormat(tags.value, { day: 'numeric', month: month.value, year: 'numeric' }),
  );
  const fullTimes = computed(
    () => new Intl.DateTimeFormat(tags.value, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }),
  );

  /** Today and yesterday with the time of day, else the day. */
  function when(isoTime: string, now: Date = new Date()): string {
    const then = new Date(isoTime);
    const daysAgo = Math.round((startOfDay(now) - startOfDay(then)) / DAY_MS);
    if (daysAgo === 0) return t('when.today', { time: times.value.format(then) });
    if (daysAgo === 1) return t('when.yesterday', { time: times.value.format(then) });
    return formatDay(then, now);
  }

  function formatDay(day: Date, now: Date = new Date()): string {
    return (day.getFullYear() === now.getFullYear() ? days : daysOfOtherYears).value.format(day);
  }

  return {
    number: (value: number) => numbers.value.format(value),
    when,
    /** Seconds as hours, with a decimal while they are few */
    hours: (seconds: number) => t('when.hours', { count: hourFigures.value.format(seconds / 3600) }),
    /** A day of the calendar, such as `2026-11-22`, whatever the time zone */
    day: (isoDay: string) => formatDay(new Date(`${isoDay}T00:00:00`)),
    /** To the minute */
    exactly: (isoTime: string) => fullTimes.value.format(new Date(isoTime)),
  };
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
