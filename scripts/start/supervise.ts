import { ChildRegistry } from '../processes/child-registry.js';
import { listenForStop } from '../processes/stop-requests.js';
import { banner } from './banner.js';
import { runStack } from './run-stack.js';
import { readSettings, type Settings } from './settings.js';
import { StackParts } from './stack-parts.js';
import type { StackPlan } from './stack-plan.js';
import { explainFailure, StartError } from './start-error.js';
import { lockDataFolder, type SupervisorLock } from './supervisor-lock.js';

/**
 * Starts everything, keeps it running until it is asked to stop, and stops it.
 * @returns the exit code: 0 after a stop that was asked for, 1 after a failure
 */
export async function supervise(makePlan: (settings: Settings) => StackPlan): Promise<number> {
  surviveClosedTerminal();
  const started = Date.now();
  const stop = new AbortController();
  let lock: SupervisorLock | null = null;
  const parts = new StackParts(new ChildRegistry((children) => lock?.update({ children })));

  listenForStop((count) => {
    if (count === 1) {
      lock?.update({ state: 'stopping' });
      console.log('\n  Stopping; what is under way is finished first …');
      stop.abort(new StartError('Stopped.'));
    }
    if (count === 2)
      console.log('  Still stopping, this takes at most 30 s. Once more ends everything at once.');
    if (count > 2) {
      parts.kill();
      process.exit(1);
    }
  });

  let failure: unknown = null;
  try {
    const settings = readSettings();
    const plan = makePlan(settings);
    lock = await lockDataFolder(settings.config.dataFolder, plan.address, () =>
      console.log('  An earlier start is still stopping; waiting for it …'),
    );
    const end = endOf(stop.signal);
    const context = { plan, settings, lock, signal: stop.signal, fail: end.fail };
    await Promise.race([runStack(parts, context), end.failed]);
    console.log(banner({ plan, settings, took: Date.now() - started }));
    await Promise.race([end.asked, end.failed]);
  } catch (error) {
    if (!stop.signal.aborted) failure = error;
  }
  if (failure !== null) console.error(`\n${explainFailure(failure)}\n`);

  lock?.update({ state: 'stopping' });
  await parts.stop();
  lock?.release();
  return failure === null ? 0 : 1;
}

/** The end of a run: asked for by a signal, or forced by something that cannot be kept running. */
function endOf(signal: AbortSignal) {
  let fail: (reason: string) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = (reason) => reject(new StartError(reason));
  });
  const asked = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  return { fail, failed, asked };
}

/** Writing to a terminal or a pipe that is gone must not keep us from stopping in order. */
function surviveClosedTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
