import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import type { AnalyticsEvent, AnalyticsEvents } from './analytics-events.js';

/** Tells what people do here, to whoever the site has chosen; or to nobody. */
export interface Analytics {
  /** Takes note and returns at once; what cannot be delivered is lost, and nothing else is. */
  capture<Event extends AnalyticsEvent>(
    event: Event,
    userId: string,
    properties: AnalyticsEvents[Event],
  ): void;
  /** Delivers what is still noted. */
  close(): Promise<void>;
}

/** What analytics tell of themselves with each event. */
export interface AnalyticsOptions {
  /** Of this product. */
  readonly version: string;
  readonly log: Logger;
}

/** PostHog when it is configured; otherwise undefined, and its module is not even loaded. */
export async function createAnalytics(
  settings: Config['analytics'],
  options: AnalyticsOptions,
): Promise<Analytics | undefined> {
  if (settings === undefined) return undefined;
  const { postHogAnalytics } = await import('./posthog-analytics.js');
  return postHogAnalytics(settings, options);
}
