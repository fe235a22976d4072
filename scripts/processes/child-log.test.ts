import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openChildLog } from './child-log.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('lines are told whole, also when they were written in parts and in Hebrew', () => {
  const lines: string[] = [];
  const log = openChildLog(join(folder, 'logs', 'api.log'), (line) => lines.push(line));
  const bytes = Buffer.from('שלום\nsecond');
  writeSync(log.descriptor, bytes.subarray(0, 3));
  log.look();
  expect(lines).toEqual([]);
  writeSync(log.descriptor, bytes.subarray(3));
  log.look();
  expect(lines).toEqual(['שלום']);
  writeSync(log.descriptor, '\n');
  log.close();
  expect(lines).toEqual(['שלום', 'second']);
});

test('the log of the last start is kept', () => {
  const path = join(folder, 'api.log');
  const first = openChildLog(path, () => undefined);
  writeSync(first.descriptor, 'first\n');
  first.close();
  openChildLog(path, () => undefined).close();
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('first\n');
  expect(readFileSync(path, 'utf8')).toBe('');
});
