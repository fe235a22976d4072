import type { CombinedError } from '@urql/vue';
import type { TextRefusal } from '../../gql/generated';
import { errorCode } from '../../graphql/error-code';

/** Every reason for which something does not become a text; each has words below `refusal` in the locale files. */
export const refusals = [
  'ARTICLE_NOT_FOUND',
  'BROKEN_FILE',
  'FAILED',
  'NOTHING_TO_READ',
  'NOT_AN_ARTICLE',
  'NOT_A_LINK',
  'NO_ROOM',
  'NO_TEXT_LAYER',
  'PROTECTED_FILE',
  'TOO_COMPLEX',
  'TOO_LARGE',
  'TOO_MANY_IMPORTS',
  'UNPACKS_TOO_LARGE',
  'UNSUPPORTED_FORMAT',
  'UNSUPPORTED_LANGUAGE',
  'WIKI_UNAVAILABLE',
  'WRONG_HOST',
] as const satisfies readonly TextRefusal[];

/** The key of the sentence that says why a text was not taken, and what to do. */
export function refusalKey(error: CombinedError): string {
  const reason = error.graphQLErrors[0]?.extensions.reason;
  const known = error.networkError ? undefined : refusals.find((refusal) => refusal === reason);
  return known ? `refusal.${known}` : `error.${errorCode(error)}`;
}
