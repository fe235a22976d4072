import { formatMoment } from '@crowd-recital/ui/text/moment.ts';
import { useLanguage } from '../i18n/language';

/** Gives a function that says when something was; reading it in a template follows the language. */
export function useMoment(): (isoTime: string) => string {
  const { current } = useLanguage();
  return (isoTime) => formatMoment(isoTime, current.value);
}
