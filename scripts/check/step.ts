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
  run: (signal: AbortSignal) => Promise<StepResult>;
}

/** The result of something that is either right or not. */
export function verdict(ok: boolean, output: string): StepResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
}

/** Steps that may run at the same time. The next stage begins when all of them have ended. */
export interface Stage {
  /** how many at a time; they begin in their order */
  lanes: number;
  steps: readonly Step[];
}
