import path from 'node:path';
import type { SessionJobName } from '@crowd-recital/core/queue/job-queue.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import type { JobFailpoints } from '../src/dependencies.js';
import { handlers } from '../src/handlers.js';
import { testDependencies } from './test-dependencies.js';

/** What a process is to do, and at which step it is to die. */
export interface Crash {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly job: SessionJobName;
  readonly sessionId: string;
  readonly step: string;
  readonly moment: 'before' | 'after';
}

const crash = JSON.parse(process.argv[2] ?? '') as Crash;
const orm = await createOrm({ connectionString: crash.databaseUrl, poolSize: 2 });
const failpoints: JobFailpoints = (step, moment) => {
  if (step === crash.step && moment === crash.moment) process.kill(process.pid, 'SIGKILL');
  return Promise.resolve();
};
const deps = await testDependencies({
  em: () => orm.em.fork(),
  store: new LocalContentStore(path.join(crash.dataFolder, 'content')),
  dataFolder: crash.dataFolder,
});
await handlers[crash.job](
  { sessionId: crash.sessionId },
  { deps: { ...deps, failpoints }, signal: new AbortController().signal },
);
process.exit(0);
