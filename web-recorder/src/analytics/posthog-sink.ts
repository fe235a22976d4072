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
    sink(event, properties) {
      const told = 'name' in properties ? { ...properties, name: pageNamed(properties.name) } : properties;
      // The page goes away with it: what waits for the next batch would be lost.
      const atOnce = { send_instantly: true, transport: 'sendBeacon' } as const;
      posthog.capture(event, told, event === 'logout' ? atOnce : {});
    },
    end() {
      posthog.opt_out_capturing();
      posthog.reset();
    },
  };
}

/** Pages by the names that the predecessor gave them; `microphone` was a dialog there. */
const PAGES: Readonly<Record<string, string>> = {
  login: 'login',
  texts: 'documents',
  recite: 'recite',
  recordings: 'sessions',
  together: 'leaderboard',
  microphone: 'microphone',
  profile: 'userProfile',
  agreement: 'signAgreement',
  waiting: 'notASpeaker',
  help: 'help',
};

/** What somebody typed after the address of the site is nobody's business. */
function pageNamed(part: string): string {
  return PAGES[part] ?? 'notFound';
}

function withoutAddresses(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !LEFT_OUT.test(name)));
}
