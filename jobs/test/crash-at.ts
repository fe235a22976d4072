import path from 'node:path';
import type { SessionJobName } from '@crowd-recital/core/queue/job-queue.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import type { JobFailpoints } from '../src/dependencies.js';
import { handlers } from '../src/handlers.js';
import { testDependencies } from './test-dependencies.js';

/** What a process is to do, and at which step of each it stands when it dies. */
export interface Crash {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly job: SessionJobName;
  readonly at: readonly {
    readonly sessionId: string;
    readonly step: string;
    readonly moment: 'before' | 'after';
  }[];
}

const crash = JSON.parse(process.argv[2] ?? '') as Crash;
// One that stands in a transaction keeps its connection.
const orm = await createOrm({ connectionString: crash.databaseUrl, poolSize: crash.at.length + 2 });
const deps = await testDependencies({
  em: () => orm.em.fork(),
  store: new LocalContentStore(path.join(crash.dataFolder, 'content')),
  dataFolder: crash.dataFolder,
});

/** Works on a session until it comes to its point, and leaves it standing there. */
function comeTo({ sessionId, step, moment }: Crash['at'][number]): Promise<void> {
  return new Promise((resolve, reject) => {
    const failpoints: JobFailpoints = (at, when) => {
      if (at !== step || when !== moment) return Promise.resolve();
      resolve();
      return new Promise(() => undefined);
    };
    const { signal } = new AbortController();
    Promise.resolve(handlers[crash.job]({ sessionId }, { deps: { ...deps, failpoints }, signal })).then(
      () => {
        reject(new Error(`${crash.job} never came to the point ${moment} ${step}.`));
      },
      reject,
    );
  });
}

for (const each of crash.at) await comeTo(each);
process.kill(process.pid, 'SIGKILL');
