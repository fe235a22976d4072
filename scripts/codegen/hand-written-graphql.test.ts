import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The beginning of an operation or a fragment in a string. */
const handWritten = /[`'"]\s*(?:(?:query|mutation|subscription)(?:\s+\w+)?\s*[({]|fragment\s+\w+\s+on\s)/;

describe.each(['ui', 'web-recorder', 'web-admin'])('%s', (app) => {
  it('writes GraphQL in .graphql files only', async () => {
    const sources = join(root, app, 'src');
    const byHand: string[] = [];
    for (const file of await readdir(sources, { recursive: true })) {
      if (!/\.(ts|vue)$/.test(file) || file.endsWith('.test.ts') || file === join('gql', 'generated.ts'))
        continue;
      if (handWritten.test(await readFile(join(sources, file), 'utf8'))) byHand.push(file);
    }
    expect(byHand).toEqual([]);
  });
});
