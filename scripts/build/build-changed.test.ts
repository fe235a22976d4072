import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildChanged, BuildError } from './build-changed.js';
import type { BuildUnit } from './build-units.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build test '));
  mkdirSync(join(root, 'app', 'src'), { recursive: true });
  writeFileSync(join(root, 'app', 'src', 'one.ts'), '1');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function unit(
  script = "fs.mkdirSync('dist', { recursive: true }); fs.writeFileSync('dist/one.js', '1')",
): BuildUnit {
  return {
    name: 'app',
    inputs: ['app'],
    outputs: ['app/dist'],
    compiled: [{ from: 'app/src', to: 'app/dist' }],
    command: [process.execPath, '-e', `const fs = require('fs'); ${script}`],
    folder: 'app',
  };
}

const build = (one = unit()) => buildChanged(root, [one]);

test('it is built once, and not again when only times changed', async () => {
  expect(await build()).toEqual(['app']);
  utimesSync(join(root, 'app', 'src', 'one.ts'), new Date(), new Date());
  expect(await build()).toEqual([]);
});

test.each([
  ['changed', () => writeFileSync(join(root, 'app', 'src', 'one.ts'), '2')],
  ['new', () => writeFileSync(join(root, 'app', 'src', 'two.ts'), '')],
  ['removed', () => rmSync(join(root, 'app', 'src', 'one.ts'))],
])('a %s source builds again', async (_what, change) => {
  await build();
  change();
  expect(await build()).toEqual(['app']);
});

test('a changed test does not', async () => {
  await build();
  writeFileSync(join(root, 'app', 'src', 'one.test.ts'), '');
  expect(await build()).toEqual([]);
});

test('a removed output builds again', async () => {
  await build();
  rmSync(join(root, 'app', 'dist'), { recursive: true });
  expect(await build()).toEqual(['app']);
});

test('a failed build says what the compiler said, and is tried again', async () => {
  await expect(build(unit("console.log('line 3 is wrong'); process.exit(1)"))).rejects.toThrow(BuildError);
  await expect(build(unit("console.log('line 3 is wrong'); process.exit(1)"))).rejects.toThrow(
    'line 3 is wrong',
  );
  expect(await build()).toEqual(['app']);
});

test('output whose source is gone does not stay', async () => {
  await build();
  const old = join(root, 'app', 'dist', 'migrations');
  mkdirSync(old);
  writeFileSync(join(old, 'first.js'), '');
  writeFileSync(join(old, 'first.js.map'), '');
  writeFileSync(join(root, 'app', 'src', 'one.ts'), '2');
  await build();
  expect(existsSync(join(old, 'first.js'))).toBe(false);
  expect(existsSync(join(old, 'first.js.map'))).toBe(false);
  expect(existsSync(join(root, 'app', 'dist', 'one.js'))).toBe(true);
});

test('two builds at a time take turns, and the second finds nothing to do', async () => {
  expect((await Promise.all([build(), build()])).flat()).toEqual(['app']);
});
