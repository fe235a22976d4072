import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats';

/** Where the API stops counting the rows of a filtered list. */
const COUNT_LIMIT = 10_000;

/** How many there are, in words: `key` is a message with a form for none, one and many. */
export function useCount() {
  const { t } = useI18n();
  const { number } = useFormats();
  return (key: string, total: number, narrowed: boolean): string => {
    const count = narrowed && total >= COUNT_LIMIT ? `${number(COUNT_LIMIT)}+` : number(total);
    return t(key, { count }, total);
  };
}
