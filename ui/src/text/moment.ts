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
