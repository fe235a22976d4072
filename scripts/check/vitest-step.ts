import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeProgram } from '../processes/node-program.js';
import { runCommand } from '../processes/run-command.js';
import type { Step, StepResult } from './step.js';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

/**
 * Runs projects of vitest.config.ts side by side and counts their tests.
 * @param workers - how many files run at a time; default: what the configuration says
 */
export function vitestStep(root: string, projects: readonly string[], workers?: number): Step {
  const name = `tests: ${projects.join(' + ')}`;
  return {
    name,
    async run(signal) {
      const folder = await mkdtemp(join(tmpdir(), 'crowd-recital-report-'));
      const file = join(folder, 'report.json');
      try {
        const command = nodeProgram(root, 'vitest', 'vitest.mjs', [
          'run',
          ...projects.map((project) => `--project=${project}`),
          ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ]);
        const { ok, output } = await runCommand(command, { name, cwd: root, signal });
        return count(ok, output, await readReport(file));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function readReport(file: string): Promise<VitestReport | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as VitestReport);
}

/** A run that fails for another reason than a failed test (a file that does not load) counts as one failure. */
function count(ok: boolean, output: string, report: VitestReport | null): StepResult {
  const failed = report?.numFailedTests ?? 0;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    output,
  };
}
