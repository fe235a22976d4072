import type { LocationQuery } from 'vue-router';
import type { ReviewFilter } from '../gql/generated';

/** The languages of texts, as an address names them. */
export const languageChoices = { he: 'HE', yi: 'YI', en: 'EN' } as const;

/** Which recordings an address asks to listen to; whatever it says beyond that is passed over. */
export function readReviewFilter(query: LocationQuery): ReviewFilter {
  const { language, person, text } = query;
  const known = Object.entries(languageChoices).find(([tag]) => tag === language)?.[1];
  return {
    ...(known && { language: known }),
    ...(typeof person === 'string' && person !== '' && { userId: person }),
    ...(typeof text === 'string' && text !== '' && { textId: text }),
  };
}
