const STORAGE_KEY = 'recital-first-steps';

/** Whether somebody at this browser has seen the help, or does not want to be told of it. */
export function areFirstStepsDone(): boolean {
  return localStorage.getItem(STORAGE_KEY) === 'done';
}

export function finishFirstSteps(): void {
  localStorage.setItem(STORAGE_KEY, 'done');
}
