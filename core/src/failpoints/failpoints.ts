/** Called before and after each step of some work; a test may throw, wait or end the process there. */
export type Failpoints<Step extends string> = (step: Step, moment: 'before' | 'after') => Promise<void>;

/** @returns what runs one step by its name, with the failpoints around it. */
export function stepsWith<Step extends string>(
  failpoints: Failpoints<Step> | undefined,
): <Result>(step: Step, work: () => Promise<Result>) => Promise<Result> {
  return async (step, work) => {
    await failpoints?.(step, 'before');
    const result = await work();
    await failpoints?.(step, 'after');
    return result;
  };
}
