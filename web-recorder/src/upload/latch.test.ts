import { test } from 'vitest';
import { Latch } from './latch';

const forEver = new AbortController().signal;

test('what was raised before the wait ends the wait', async () => {
  const latch = new Latch();
  latch.raise();
  await latch.wait(Infinity, forEver);
});

test('being raised, time and an abort each end the wait', async () => {
  const latch = new Latch();
  const raised = latch.wait(Infinity, forEver);
  latch.raise();
  await raised;
  await latch.wait(0.001, forEver);
  const stopping = new AbortController();
  const aborted = latch.wait(Infinity, stopping.signal);
  stopping.abort();
  await aborted;
});
