import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useDiscardRecordingMutation, useRecordingQuery } from './generated';

/** The beginning of an operation or a fragment in a string. */
const handWritten = /[`'"]\s*(?:(?:query|mutation|subscription)(?:\s+\w+)?\s*[({]|fragment\s+\w+\s+on\s)/;

/** Never called: the compiler is what reads it. */
export function leavesOutWhatIsRequired(): void {
  // @ts-expect-error -- a query without its id
  useRecordingQuery({});
  // @ts-expect-error -- a mutation without its id
  void useDiscardRecordingMutation().executeMutation({});
}

it('finds no GraphQL that was written by hand', async () => {
  const sources = join(import.meta.dirname, '..');
  const files = await readdir(sources, { recursive: true });
  const byHand: string[] = [];
  for (const file of files) {
    if (!/\.(ts|vue)$/.test(file) || file.startsWith('gql') || file.includes('.test.')) continue;
    const source = await readFile(join(sources, file), 'utf8');
    if (handWritten.test(source)) byHand.push(file);
  }
  expect(byHand).toEqual([]);
});
