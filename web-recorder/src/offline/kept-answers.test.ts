import 'fake-indexeddb/auto';
import { CombinedError, makeOperation, type OperationResult } from '@urql/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetAnswers, forgetLastUser, keepAnswer } from './kept-answers';

afterEach(async () => {
  await forgetAnswers('noa');
  await forgetAnswers('dan');
});

/** An answer of the server, or an error where none came. */
function result(key: number, answer: unknown, { keep = true, error = false } = {}): OperationResult {
  const request = { key, query: { kind: 'Document', definitions: [] }, variables: {} } as never;
  const context = { url: '/', requestPolicy: 'network-only', ...(keep && { keep: true }) } as never;
  const shared = {
    operation: makeOperation('query', request, context),
    stale: false,
    hasNext: false,
  } as const;
  if (!error) return { ...shared, data: answer };
  return {
    ...shared,
    data: undefined,
    error: new CombinedError({ networkError: new Error('Failed to fetch') }),
  };
}
const unreached = (key: number, options = {}) => result(key, undefined, { error: true, ...options });

async function isKept(key: number): Promise<unknown> {
  return (await keepAnswer(unreached(key)))?.data;
}

/** What is written is not waited for. */
async function untilKept(key: number): Promise<void> {
  await vi.waitFor(async () => expect(await isKept(key)).toBeDefined(), 20_000);
}

describe('answers that are kept', () => {
  it('stand in for the server where it is not reached, without its error', async () => {
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    void keepAnswer(result(2, { text: { title: 'Opened before' } }));
    await untilKept(2);
    const found = await keepAnswer(unreached(2));
    expect(found).toMatchObject({ data: { text: { title: 'Opened before' } } });
    expect(found).not.toHaveProperty('error');
  });

  it('never stand in for what the server said', async () => {
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    await untilKept(1);
    const refused = { ...unreached(1), error: new CombinedError({ graphQLErrors: ['no'] }) };
    expect(keepAnswer(refused)).toBeUndefined();
  });

  it('are only those that are asked to be kept', async () => {
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    await untilKept(1);
    void keepAnswer(result(3, { secret: true }, { keep: false }));
    expect(keepAnswer(unreached(3, { keep: false }))).toBeUndefined();
    expect(await isKept(3)).toBeUndefined();
  });

  it('of one user are never shown to another of the same device', async () => {
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    void keepAnswer(result(2, { text: 'of noa' }));
    await untilKept(2);
    void keepAnswer(result(1, { me: { id: 'dan' } }));
    await untilKept(1);
    expect(await isKept(2)).toBeUndefined();
    expect(await isKept(1)).toEqual({ me: { id: 'dan' } });
  });

  it('serve nobody once the server said that nobody is signed in', async () => {
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    await untilKept(1);
    forgetLastUser();
    expect(await isKept(1)).toBeUndefined();
  });

  it('are gone after signing out, also for whoever signs in again', async () => {
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    void keepAnswer(result(2, { text: 'of noa' }));
    await untilKept(2);
    // The server may have said so first.
    forgetLastUser();
    await forgetAnswers('noa');
    void keepAnswer(result(1, { me: { id: 'noa' } }));
    await untilKept(1);
    expect(await isKept(2)).toBeUndefined();
  });
});
