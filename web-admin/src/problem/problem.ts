import type { CombinedError } from '@urql/vue';

/** The codes that the shared messages have words for, at `error.*`. */
const KNOWN = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'AGREEMENT_REQUIRED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
] as const;

export type Problem = (typeof KNOWN)[number] | 'NETWORK' | 'INTERNAL_SERVER_ERROR';

/** What went wrong: the code that the API gave, `NETWORK` when it gave no answer at all. */
export function problemOf(error: CombinedError): Problem {
  const code = error.graphQLErrors[0]?.extensions.code;
  if (code !== undefined) return KNOWN.find((known) => known === code) ?? 'INTERNAL_SERVER_ERROR';
  return error.response === undefined ? 'NETWORK' : 'INTERNAL_SERVER_ERROR';
}
