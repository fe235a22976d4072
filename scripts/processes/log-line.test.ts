import { expect, test } from 'vitest';
import { terminalLine } from './log-line.js';

const record = (level: number, rest: object) => JSON.stringify({ level, time: 1, ...rest });

test('information stays in the file', () => {
  expect(terminalLine('api', record(30, { msg: 'request completed' }), false)).toBeNull();
});

test('everything is shown when debugging', () => {
  expect(terminalLine('api', record(30, { msg: 'request completed' }), true)).toBe('[api] request completed');
});

test('warnings and errors are shown, with the reason', () => {
  const line = record(50, { msg: 'upload failed', err: { message: 'disk is full' } });
  expect(terminalLine('api', line, false)).toBe('[api] upload failed: disk is full');
});

test('the last words of a crash are no records and are shown', () => {
  expect(terminalLine('jobs', 'Error: boom', false)).toBe('[jobs] Error: boom');
});

test('empty lines are not shown', () => {
  expect(terminalLine('jobs', '', true)).toBeNull();
});
