import type { ClientEvent, ClientEvents } from './client-events';
import { readConsent } from './consent';

/** Takes an event on its way. */
export type EventSink = <Event extends ClientEvent>(event: Event, properties: ClientEvents[Event]) => void;

let sink: EventSink | null = null;
/** Calls that wait for the library to be loaded; null: nobody has agreed to be counted when the page began. */
let waiting: (() => void)[] | null = readConsent() === 'yes' ? [] : null;

/** Tells what is used, to whoever listens; to nobody unless the site is set up for it and the user has agreed. */
export const track: EventSink = (event, properties) => {
  if (sink) sink(event, properties);
  else waiting?.push(() => sink?.(event, properties));
};

/** Where events go from now on, those first that wait for it; null: nowhere, and what waits is forgotten. */
export function sendEventsTo(next: EventSink | null): void {
  sink = next;
  waiting?.forEach((send) => send());
  waiting = null;
}

/** Which page an address is of: its first part, and so not which text. */
export function pageName(path: string): string {
  return /^\/([^/]+)/.exec(path)?.[1] ?? 'texts';
}
