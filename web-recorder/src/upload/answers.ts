import type { CallResult } from './graphql-call';
import type { UploadProblem, UploadProblemKind } from './unsent-recital';

/** What an answer that is not "ok" means for the queue of this recital. */
export type Refusal =
  | { kind: 'wait'; problem: UploadProblem; retryAfterSeconds: number | null }
  | { kind: 'split' }
  | { kind: 'conflict' }
  | { kind: 'stop'; problem: UploadProblem };

type FailedCall = Extract<CallResult<unknown>, { ok: false }>;

/** Arguments that only damage on the way can make wrong: they were computed from the very bytes that were sent. */
const CHECKED_FIELDS = ['sha256', 'byteLength'];

/**
 * The table of answers. Only what the server itself says, by its code, can stop a queue; everything unclear
 * (no answer, a proxy's page, an error of the server) is waited out, because the voice is safe here meanwhile.
 */
export function refusalOf(failed: FailedCall): Refusal {
  const wait = (kind: UploadProblemKind): Refusal => ({
    kind: 'wait',
    problem: { kind, detail: failed.message },
    retryAfterSeconds: failed.retryAfterSeconds,
  });
  const stop: Refusal = { kind: 'stop', problem: { kind: 'refused', detail: failed.message } };

  if (failed.httpStatus === 413) return { kind: 'split' };
  switch (failed.code) {
    case 'PAYLOAD_TOO_LARGE':
      return { kind: 'split' };
    case 'CONFLICT':
      return { kind: 'conflict' };
    case 'BAD_USER_INPUT':
      return CHECKED_FIELDS.includes(failed.field ?? '') ? wait('server-unavailable') : stop;
    case 'NOT_FOUND':
    case 'FORBIDDEN':
    case 'UNSUPPORTED_MEDIA_TYPE':
      return stop;
    case 'UNAUTHENTICATED':
      return wait('signed-out');
    case 'AGREEMENT_REQUIRED':
      return wait('agreement-required');
    case 'RATE_LIMITED':
      return wait('rate-limited');
    default:
      return wait(failed.httpStatus === null ? 'offline' : 'server-unavailable');
  }
}
