import type { LanguageTag } from './direction';

/** Browsers know no Yiddish dates. */
const YIDDISH_MONTHS = [
  'יאַנואַר',
  'פֿעברואַר',
  'מאַרץ',
  'אַפּריל',
  'מײַ',
  'יוני',
  'יולי',
  'אויגוסט',
  'סעפּטעמבער',
  'אָקטאָבער',
  'נאָוועמבער',
  'דעצעמבער',
];

const YIDDISH_WEEKDAYS = ['זונטיק', 'מאָנטיק', 'דינסטיק', 'מיטוואָך', 'דאָנערשטיק', 'פֿרײַטיק', 'שבת'];
const SHORT_YIDDISH_WEEKDAYS = ['זו׳', 'מאָ׳', 'די׳', 'מי׳', 'דאָ׳', 'פֿר׳', 'שבת'];

/**
 * When something was, in the reader's time zone: day, month, hour and minute, and the year when it is not this one.
 * @param isoTime ISO 8601, as the API gives it
 * @param now only for tests
 */
export function formatMoment(isoTime: string, language: LanguageTag, now = new Date()): string {
  const moment = new Date(isoTime);
  const otherYear = moment.getFullYear() !== now.getFullYear();
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (language === 'yi') {
    const day = [moment.getDate(), YIDDISH_MONTHS[moment.getMonth()], otherYear && moment.getFullYear()];
    const clock = new Intl.DateTimeFormat('he', time).format(moment);
    return `${day.filter(Boolean).join(' ')}, ${clock}`;
  }
  const day = { day: 'numeric', month: 'long', ...(otherYear && { year: 'numeric' as const }) } as const;
  return new Intl.DateTimeFormat(language, { ...day, ...time }).format(moment);
}

/** The day of a moment in the reader's time zone, with its year. */
export function formatDay(isoTime: string, language: LanguageTag): string {
  const moment = new Date(isoTime);
  if (language === 'yi') {
    return [moment.getDate(), YIDDISH_MONTHS[moment.getMonth()], moment.getFullYear()].join(' ');
  }
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(moment);
}

/**
 * The day of the week of a calendar day, such as `2026-11-22`: its name, or a few letters where there is little room.
 */
export function formatWeekday(day: string, language: LanguageTag, style: 'long' | 'short'): string {
  const moment = new Date(`${day}T00:00:00Z`);
  if (language === 'yi') {
    const names = style === 'long' ? YIDDISH_WEEKDAYS : SHORT_YIDDISH_WEEKDAYS;
    return names[moment.getUTCDay()] ?? '';
  }
  // Hebrew's short names begin with the word for "day" each; the narrow ones are what calendars show.
  const weekday = style === 'short' && language === 'he' ? 'narrow' : style;
  return new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(moment);
}
