import type { CombinedError } from '@urql/vue';

/** The codes for which the shared locale files have words (`error.…`). */
const KNOWN = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'AGREEMENT_REQUIRED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof KNOWN)[number] | 'NETWORK';

/** Why a call failed: the server's code, NETWORK where no answer came, INTERNAL_SERVER_ERROR for anything unknown. */
export function errorCode(error: CombinedError): ErrorCode {
  if (error.networkError) return 'NETWORK';
  const code = error.graphQLErrors[0]?.extensions.code;
  return KNOWN.find((known) => known === code) ?? 'INTERNAL_SERVER_ERROR';
}

/** The input field that the server did not accept, as it names it in `extensions.field`; null where it names none. */
export function rejectedField(error: CombinedError): string | null {
  const field = error.graphQLErrors[0]?.extensions.field;
  return typeof field === 'string' ? field : null;
}
