const STORAGE_KEY = 'recital-profile-question';
const LATER_MILLISECONDS = 24 * 60 * 60_000;

/** Whether somebody at this browser may be asked now about what they have not told of their voice. */
export function mayAsk(now = Date.now()): boolean {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored !== 'never' && !(Number(stored) > now);
}

/** Asks again tomorrow. */
export function askLater(now = Date.now()): void {
  localStorage.setItem(STORAGE_KEY, String(now + LATER_MILLISECONDS));
}

export function askNever(): void {
  localStorage.setItem(STORAGE_KEY, 'never');
}
