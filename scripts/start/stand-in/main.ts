import { join } from 'node:path';
import { root } from '../stack-plan.js';
import { supervise } from '../supervise.js';

/** Runs the supervisor as `npm start` does, with stand-ins for the processes that it supervises. */
const port = Number(process.argv[2]);
const drainMs = process.argv[3] ?? '0';

const child = (name: string, itsPort: number, env: NodeJS.ProcessEnv) => ({
  name,
  command: [process.execPath, join(import.meta.dirname, 'child.mjs'), String(itsPort), drainMs] as const,
  cwd: root,
  env,
});

process.exit(
  await supervise(() => ({
    command: 'npm start',
    address: `http://localhost:${port}`,
    ports: [port],
    fromSources: true,
    children: (env) => [child('api', port, env), child('jobs', 0, env)],
  })),
);
