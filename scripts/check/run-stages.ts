import { listenForStop } from '../processes/stop-requests.js';
import { styled } from '../terminal/style.js';
import type { Stage, Step, StepResult } from './step.js';

interface FinishedStep {
  step: Step;
  result: StepResult;
  seconds: number;
}

/**
 * Runs the steps of all stages, also after a failure.
 * Prints each as it ends, then what the failed ones said, a table, and as the last line the sums.
 * @returns the exit code
 */
export async function runStages(stages: readonly Stage[]): Promise<number> {
  const stop = new AbortController();
  listenForStop((count) => {
    stop.abort();
    if (count > 1) process.exit(130);
  });
  const finished: FinishedStep[] = [];
  for (const { lanes, steps } of stages) {
    const waiting = [...steps];
    const lane = async () => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        finished.push(await runStep(step, stop.signal));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
  const inOrder = stages.flatMap(({ steps }) => steps);
  report(inOrder.flatMap((step) => finished.filter((one) => one.step === step)));
  return finished.some(({ result }) => result.failed > 0) || stop.signal.aborted ? 1 : 0;
}

async function runStep(step: Step, signal: AbortSignal): Promise<FinishedStep> {
  const started = Date.now();
  const result = signal.aborted ? broken('stopped') : await step.run(signal).catch(broken);
  const finished = { step, result, seconds: (Date.now() - started) / 1000 };
  console.log(rowOf(finished));
  return finished;
}

function broken(reason: unknown): StepResult {
  const output = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  return { passed: 0, failed: 1, skipped: 0, output };
}

function report(finished: readonly FinishedStep[]): void {
  for (const { step, result } of finished) {
    if (result.failed === 0) continue;
    console.log(`\n${styled('bold', `── ${step.name} `.padEnd(80, '─'))}\n${result.output.trim()}`);
  }
  console.log(`\n${finished.map(rowOf).join('\n')}\n`);
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    finished.reduce((total, { result }) => total + result[key], 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

function rowOf({ step, result, seconds }: FinishedStep): string {
  const mark = result.failed === 0 ? styled('green', '✓') : styled('red', '✗');
  const counts = [
    `${result.passed} passed`,
    ...(result.failed > 0 ? [`${result.failed} failed`] : []),
    ...(result.skipped > 0 ? [`${result.skipped} skipped`] : []),
  ].join(', ');
  return `  ${mark} ${step.name.padEnd(22)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts}`;
}
