import type { ClientEvent, ClientEvents } from './client-events';

/** Takes an event on its way. */
export type EventSink = <Event extends ClientEvent>(event: Event, properties: ClientEvents[Event]) => void;

let sink: EventSink | null = null;

/** Tells what is used, to whoever listens; to nobody unless the site is set up for it and the user has agreed. */
export const track: EventSink = (event, properties) => sink?.(event, properties);

/** Where events go from now on; null: nowhere. */
export function sendEventsTo(next: EventSink | null): void {
  sink = next;
}

/** Which page an address is of: its first part, and so not which text. */
export function pageName(path: string): string {
  return /^\/([^/]+)/.exec(path)?.[1] ?? 'texts';
}
