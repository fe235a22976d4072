import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { longest } from './longest-first.js';

test.each(longest)('%s is where the order looks for it', (file) => {
  expect(existsSync(resolve(import.meta.dirname, '../..', file))).toBe(true);
});
