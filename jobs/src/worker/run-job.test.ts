import { createLogger } from '@crowd-recital/core/logging/logger.js';
import type { Job } from 'agenda';
import { expect, it } from 'vitest';
import type { JobDependencies } from '../dependencies.js';
import { runJob } from './run-job.js';

type FinaliseJob = Job<{ sessionId: string }>;

it('writes the number of the request that left a job into every line about it', async () => {
  const lines: string[] = [];
  const log = createLogger('jobs', { debug: false }, { write: (line: string) => void lines.push(line) });
  const job = { attrs: { name: 'finalise-session', data: { sessionId: 's', requestId: 'r-1' } } };
  const deps = { log } as JobDependencies;
  await runJob<'finalise-session'>(
    ({ sessionId }, run) => {
      run.deps.log.info({ sessionId }, 'at it');
      return Promise.resolve();
    },
    job as unknown as FinaliseJob,
    deps,
    new AbortController().signal,
  );
  log.info('afterwards');
  const written = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(written).toMatchObject([{ sessionId: 's', requestId: 'r-1' }, { msg: 'afterwards' }]);
  expect(written[1]).not.toHaveProperty('requestId');
});
