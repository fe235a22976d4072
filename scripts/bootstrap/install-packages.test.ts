import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install-packages.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-test-'));
  mkdirSync(join(root, 'node_modules'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const wanted = {
  '': { name: 'project' },
  core: { version: '0.1.0' },
  'node_modules/vue': { version: '3.5.45', integrity: 'sha512-a' },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

function write(installed: object | null): boolean {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  const record = join(root, 'node_modules', '.package-lock.json');
  if (installed !== null) writeFileSync(record, JSON.stringify({ packages: installed }));
  return isInstalled(root);
}

test('what is for another system may be missing', () => {
  expect(write({ 'node_modules/vue': { version: '3.5.45', integrity: 'sha512-a' } })).toBe(true);
});

test('an installation that was broken off is none', () => {
  expect(write(null)).toBe(false);
});

test('a missing package is noticed', () => {
  expect(write({})).toBe(false);
});

test('another version is noticed', () => {
  expect(write({ 'node_modules/vue': { version: '3.5.44', integrity: 'sha512-a' } })).toBe(false);
});

test('other content under the same version is noticed', () => {
  expect(write({ 'node_modules/vue': { version: '3.5.45', integrity: 'sha512-c' } })).toBe(false);
});
