import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.js';

/** Work that ends when it is told to. */
function work(): { readonly promise: Promise<string>; end(): void; fail(error: Error): void } {
  let end!: () => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<string>((resolve, reject) => {
    end = () => resolve('done');
    fail = reject;
  });
  return { promise, end, fail };
}

async function hasSettled(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([promise.then(() => true).catch(() => true), later]);
}

it('gives what both came to', async () => {
  expect(await sideBySide(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
});

it.each([
  ['first', (failing: Promise<unknown>, other: Promise<unknown>) => sideBySide(failing, other)],
  ['second', (failing: Promise<unknown>, other: Promise<unknown>) => sideBySide(other, failing)],
])('waits for the other one when the %s fails, and fails with its error', async (_which, start) => {
  const [failing, other] = [work(), work()];
  const both = start(failing.promise, other.promise);
  failing.fail(new Error('full'));
  expect(await hasSettled(both)).toBe(false);
  other.end();
  await expect(both).rejects.toThrow('full');
});

it('fails with what the first failed with when both do, also when that came later', async () => {
  const [first, second] = [work(), work()];
  const both = sideBySide(first.promise, second.promise);
  second.fail(new Error('the second'));
  expect(await hasSettled(both)).toBe(false);
  first.fail(new Error('the first'));
  await expect(both).rejects.toThrow('the first');
});
