import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../processes/run-command.js';

/** What a run of tests came to. */
export interface TestRun {
  /** Name of the first test that turned red. */
  readonly red: string | undefined;
  readonly passed: number;
}

/** Where tests run, and what ends them early. */
export interface TestPlace {
  readonly folder: string;
  readonly signal: AbortSignal;
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Runs test files of a copy until the first test turns red.
 * @param only - a pattern of test names
 * @throws when the tests could not run at all
 */
export async function runTests(
  { folder, signal }: TestPlace,
  files: readonly string[],
  only?: string,
): Promise<TestRun> {
  const output = join(folder, 'report.json');
  await rm(output, { force: true });
  const { output: printed } = await runCommand(
    [
      process.execPath,
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=server',
      '--project=server-long',
      '--bail=1',
      '--reporter=json',
      `--outputFile=${output}`,
      ...(only === undefined ? [] : [`--testNamePattern=${only}`]),
      ...files,
    ],
    { name: 'vitest', cwd: folder, signal },
  );
  const text = await readFile(output, 'utf8').catch(() => {
    throw new Error(`The tests did not run:\n${printed}`);
  });
  const { testResults, numPassedTests } = JSON.parse(text) as Report;
  const failed = testResults
    .flatMap((file) => file.assertionResults)
    .find(({ status }) => status === 'failed');
  // A file that fails as a whole (it does not load) proves nothing of its guards.
  const broken = testResults.find((file) => file.status === 'failed' && file.assertionResults.length === 0);
  if (failed === undefined && broken !== undefined) throw new Error(broken.message);
  return { red: failed?.fullName, passed: numPassedTests };
}
