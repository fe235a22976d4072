import { join } from 'node:path';
import { openChildLog } from '../processes/child-log.js';
import { terminalLine } from '../processes/log-line.js';
import { runCommand } from '../processes/run-command.js';
import { SupervisedChild } from '../processes/supervised-child.js';
import { typescriptCommand } from '../processes/typescript-command.js';
import { serverSources, watchFolders } from '../dev/watch-folders.js';
import { createProgress } from '../terminal/progress.js';
import { styled } from '../terminal/style.js';
import { embeddedDatabase, namedDatabase, type Database } from './database.js';
import { waitForLeftovers } from './leftovers.js';
import { checkPort } from './port-check.js';
import type { Settings } from './settings.js';
import type { StackParts } from './stack-parts.js';
import { root, type StackPlan } from './stack-plan.js';
import { StartError } from './start-error.js';
import type { SupervisorLock } from './supervisor-lock.js';

export interface StackContext {
  plan: StackPlan;
  settings: Settings;
  lock: SupervisorLock;
  /** breaks the start off between two steps */
  signal: AbortSignal;
  /** called when something cannot be kept running */
  fail: (reason: string) => void;
}

/** Brings everything up, in order. What was started before a failure is in `parts` and has to be stopped. */
export async function runStack(parts: StackParts, context: StackContext): Promise<void> {
  const { plan, settings, lock, signal } = context;
  const { registry } = parts;
  const progress = createProgress();

  await waitForLeftovers(lock.leftovers, (names) =>
    tell(`Waiting for what an earlier start left behind (${names}) to finish its work.`),
  );
  for (const port of plan.ports) await checkPort(settings.config.http.host, port, plan.command);
  signal.throwIfAborted();

  const { build } = plan;
  if (build !== undefined) await progress.step('build', () => build({ registry, signal }));
  signal.throwIfAborted();

  let connectionString = '';
  await progress.step('database', async () => {
    parts.database = await openDatabase(parts, context);
    ({ connectionString } = parts.database);
    return parts.database.description;
  });
  signal.throwIfAborted();

  const env = { ...process.env, DB_CONNECTION_STR: connectionString };
  await progress.step('schema', () => prepareDatabase(parts, context, env));
  await progress.step('processes', () => startChildren(parts, context, env));
  lock.update({ state: 'running' });
}

async function openDatabase(parts: StackParts, { settings, fail }: StackContext): Promise<Database> {
  const { config, embedded } = settings;
  if (!embedded) return namedDatabase(config.databaseUrl);
  return embeddedDatabase(config.dataFolder, {
    tell,
    onGiveUp: fail,
    onMove: (connectionString) => {
      for (const child of parts.children) {
        void child.restart({ ...child.plan.env, DB_CONNECTION_STR: connectionString });
      }
    },
  });
}

async function prepareDatabase(
  { registry }: StackParts,
  { plan, settings, signal }: StackContext,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const script = join(root, 'scripts', 'start', 'prepare-database.ts');
  const args = settings.config.developmentMode ? ['--seed'] : [];
  const command = typescriptCommand(script, args, { development: plan.fromSources });
  const { ok, output } = await runCommand(command, { name: 'schema', cwd: root, env, registry, signal });
  signal.throwIfAborted();
  if (!ok) throw new StartError(`The database could not be brought up to date:\n${output.trim()}`);
  return 'up to date';
}

async function startChildren(
  parts: StackParts,
  { plan, settings, signal, fail }: StackContext,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const { dataFolder, debug } = settings.config;
  const { registry } = parts;
  for (const child of plan.children(env)) {
    const log = openChildLog(join(dataFolder, 'logs', `${child.name}.log`), (line) => {
      const text = terminalLine(child.name, line, debug);
      if (text !== null) console.log(text);
    });
    parts.logs.push(log);
    const supervised = new SupervisedChild(child, log, { registry, tell, onGiveUp: fail });
    parts.children.push(supervised);
    if (child.watch !== undefined) watchFolders(child.watch, serverSources, () => void supervised.restart());
  }
  const ready = Promise.all(parts.children.map((child) => child.start()));
  await Promise.race([ready, aborted(signal)]);
  return parts.children.map((child) => child.plan.name).join(', ');
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
  });
}

function tell(message: string): void {
  console.log(`  ${styled('yellow', '!')} ${message}`);
}
