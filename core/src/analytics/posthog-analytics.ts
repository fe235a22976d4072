import { PostHog } from 'posthog-node';
import type { Config } from '../config/config.js';
import type { Analytics, AnalyticsOptions } from './analytics.js';

/** Milliseconds. */
const times = { flush: 5_000, request: 5_000, shutdown: 3_000 };

/** Events go out in batches, by the user's id alone: no address is looked up, and no profile of a person is made. */
export function postHogAnalytics(
  { key, host }: NonNullable<Config['analytics']>,
  { version, log }: AnalyticsOptions,
): Analytics {
  const client = new PostHog(key, {
    host,
    flushAt: 50,
    flushInterval: times.flush,
    requestTimeout: times.request,
    disableGeoip: true,
  });
  client.on('error', (error: unknown) => log.debug({ err: error }, 'analytics were not delivered'));
  return {
    capture(event, userId, properties) {
      client.capture({
        event,
        distinctId: userId,
        properties: { ...properties, source: 'server', version, $process_person_profile: false },
      });
    },
    async close() {
      await client.shutdown(times.shutdown).catch((error: unknown) => {
        log.debug({ err: error }, 'the last analytics were not delivered');
      });
    },
  };
}
