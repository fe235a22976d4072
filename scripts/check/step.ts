/** How a step ended. A step without tests of its own counts as one. */
export interface StepResult {
  passed: number;
  failed: number;
  skipped: number;
  /** what it printed, shown when it failed */
  output: string;
}

/** One thing that `npm run check` or `npm test` looks at. */
export interface Step {
  name: string;
  /** keeps both processors busy by itself, or must not be disturbed */
  alone?: boolean;
  run: (signal: AbortSignal) => Promise<StepResult>;
}

/** The result of something that is either right or not. */
export function verdict(ok: boolean, output: string): StepResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
}

/** Steps that mostly wait, side by side, as one that nothing else disturbs. */
export function together(...steps: readonly Step[]): Step {
  return {
    name: steps.map(({ name }) => name).join(' + '),
    alone: true,
    async run(signal) {
      const results = await Promise.all(steps.map((step) => step.run(signal)));
      const sum = (key: 'passed' | 'failed' | 'skipped') =>
        results.reduce((total, result) => total + result[key], 0);
      const failed = results.filter((result) => result.failed > 0);
      return {
        passed: sum('passed'),
        failed: sum('failed'),
        skipped: sum('skipped'),
        output: failed.map(({ output }) => output).join('\n'),
      };
    },
  };
}
