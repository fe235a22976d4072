import { useFormats } from '../i18n/use-formats';

/** Where the API stops counting for an overview. */
const CEILING = 1_000;

/** A figure that is counted up to a ceiling: what lies above it is "more than that". */
export function useCapped() {
  const { number } = useFormats();
  return (count: number): string => (count > CEILING ? `${number(CEILING)}+` : number(count));
}
