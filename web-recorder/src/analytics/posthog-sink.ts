import posthog from 'posthog-js/dist/module.no-external';
import type { EventSink } from './track';

/**
 * What PostHog's library adds by itself and nobody needs: addresses tell what was searched for and which text was read,
 * titles of pages how it is called.
 */
const LEFT_OUT = /url|referr|path|host|title|user_agent/;

export interface Listening {
  sink: EventSink;
  /** Forgets on this device who was counted. */
  end: () => void;
}

/** PostHog with all switched off that it does by itself: it counts events, by the user's id. */
export function listen(project: { key: string; host: string }, userId: string, version: string): Listening {
  posthog.init(project.key, {
    api_host: project.host,
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    capture_exceptions: false,
    disable_session_recording: true,
    disable_surveys: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    person_profiles: 'never',
    persistence: 'localStorage',
    before_send: (event) => event && { ...event, properties: withoutAddresses(event.properties) },
    bootstrap: { distinctID: userId },
  });
  posthog.opt_in_capturing({ captureEventName: false });
  posthog.register({ source: 'web', version });
  return {
    sink: (event, properties) => void posthog.capture(event, properties),
    end() {
      posthog.opt_out_capturing();
      posthog.reset();
    },
  };
}

function withoutAddresses(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !LEFT_OUT.test(name)));
}
