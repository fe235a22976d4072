import type { ClientEvent, ClientEvents } from './client-events';
import { readConsent } from './consent';

/** Events of the sign-in page. */
type EventBefore = Extract<
  ClientEvent,
  'login_button_clicked' | 'authenticate_using_google_id' | 'logged_in'
>;

const STORAGE_KEY = 'recital-events-before-sign-in';

/**
 * Keeps an event for the page after the sign-in, which knows whom to count it for; for this tab alone, and only after
 * a yes in this browser.
 */
export function trackBeforeSignIn(event: EventBefore): void {
  if (readConsent() !== 'yes') return;
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...keptEvents(), event]));
}

/** What was kept, once. */
export function takeKeptEvents(): (readonly [EventBefore, ClientEvents[EventBefore]])[] {
  const kept = keptEvents();
  sessionStorage.removeItem(STORAGE_KEY);
  return kept.map((event) => [event, {}] as const);
}

function keptEvents(): EventBefore[] {
  return JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]') as EventBefore[];
}
