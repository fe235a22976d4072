import { describe, expect, test } from 'vitest';
import { refusalOf } from './answers';
import { failure } from './testing/server-in-memory';

describe('the table of answers', () => {
  test.each([
    [failure(null), 'offline'],
    [failure(null, { httpStatus: 500 }), 'server-unavailable'],
    [failure(null, { httpStatus: 503 }), 'server-unavailable'],
    [failure(null, { httpStatus: 404 }), 'server-unavailable'],
    [failure(null, { httpStatus: 403 }), 'server-unavailable'],
    [failure('INTERNAL_SERVER_ERROR', { httpStatus: 200 }), 'server-unavailable'],
    [failure('UPSTREAM_UNAVAILABLE'), 'server-unavailable'],
    [failure('GRAPHQL_VALIDATION_FAILED', { httpStatus: 400 }), 'server-unavailable'],
    [failure('UNAUTHENTICATED', { httpStatus: 401 }), 'signed-out'],
    [failure('AGREEMENT_REQUIRED'), 'agreement-required'],
    [failure('RATE_LIMITED', { httpStatus: 429 }), 'rate-limited'],
    [failure('BAD_USER_INPUT', { field: 'sha256' }), 'server-unavailable'],
    [failure('BAD_USER_INPUT', { field: 'byteLength' }), 'server-unavailable'],
  ] as const)('keep and wait: %o', (failed, kind) => {
    expect(refusalOf(failed)).toMatchObject({ kind: 'wait', problem: { kind } });
  });

  test('waits as long as it is told to', () => {
    const limited = failure('RATE_LIMITED', { retryAfterSeconds: 17 });
    expect(refusalOf(limited)).toMatchObject({ kind: 'wait', retryAfterSeconds: 17 });
  });

  test.each([
    failure('PAYLOAD_TOO_LARGE'),
    failure(null, { httpStatus: 413 }),
    failure('BAD_REQUEST', { httpStatus: 413 }),
  ])('split: %o', (failed) => expect(refusalOf(failed)).toEqual({ kind: 'split' }));

  test('done, flagged: CONFLICT', () => expect(refusalOf(failure('CONFLICT'))).toEqual({ kind: 'conflict' }));

  test.each(['NOT_FOUND', 'FORBIDDEN', 'BAD_USER_INPUT', 'UNSUPPORTED_MEDIA_TYPE'])(
    'stop this queue and keep the bytes: %s',
    (code) => expect(refusalOf(failure(code))).toMatchObject({ kind: 'stop', problem: { kind: 'refused' } }),
  );
});
