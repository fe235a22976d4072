import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../embedded-postgres/start-embedded-postgres.js';
import { createCrashPolicy } from '../processes/crash-policy.js';
import { killGroup } from '../processes/child-registry.js';

/** Of the 30 s that a stop may take in all, the processes have 25 to drain. */
const stopLimitMs = 2_500;

export interface Database {
  connectionString: string;
  description: string;
  stop: () => Promise<void>;
  kill: () => void;
}

export interface DatabaseHooks {
  tell: (message: string) => void;
  /** after a crash it runs again, but its port was lost and it has another address */
  onMove: (connectionString: string) => void;
  onGiveUp: (reason: string) => void;
}

/** The database that the configuration names; not ours to start or stop. */
export function namedDatabase(connectionString: string): Database {
  const { host, pathname } = new URL(connectionString);
  return {
    connectionString,
    description: `${host}${pathname}`,
    stop: () => Promise.resolve(),
    kill: () => undefined,
  };
}

/** Starts the embedded PostgreSQL and keeps it running: after a crash it is started again. */
export async function embeddedDatabase(dataFolder: string, hooks: DatabaseHooks): Promise<Database> {
  const folder = join(dataFolder, 'postgres');
  const log = join(folder, 'postgres.log');
  const nextDelay = createCrashPolicy();
  let stopping = false;
  const isStopping = () => stopping;
  let current = await startEmbeddedPostgres({ folder });

  const keepRunning = async (running: EmbeddedPostgres): Promise<void> => {
    await running.exited;
    if (isStopping()) return;
    const delay = nextDelay();
    if (delay === null) {
      hooks.onGiveUp(`PostgreSQL ended again and again. Its log: ${log}`);
      return;
    }
    hooks.tell(`PostgreSQL ended unexpectedly and is started again. Its log: ${log}`);
    await sleep(delay);
    if (isStopping()) return;
    current = await startEmbeddedPostgres({ folder });
    if (isStopping()) {
      await current.stop(stopLimitMs);
      return;
    }
    if (current.connectionString !== running.connectionString) hooks.onMove(current.connectionString);
    return keepRunning(current);
  };
  const kept = keepRunning(current).catch((error: unknown) => hooks.onGiveUp(String(error)));

  return {
    connectionString: current.connectionString,
    description: `PostgreSQL ${current.version} on 127.0.0.1:${current.port}`,
    async stop() {
      stopping = true;
      await current.stop(stopLimitMs);
      await kept;
    },
    kill: () => killGroup(current.pid),
  };
}
