import { shallowRef, type Ref } from 'vue';
import type { Listening } from './posthog-sink';
import { takeKeptEvents } from './before-sign-in';
import { CONSENT_KEY, readConsent, type Consent } from './consent';
import { pageName, sendEventsTo, track } from './track';

/** Whom to tell, of whom. */
export interface AnalyticsSetting {
  project: { key: string; host: string };
  userId: string;
  version: string;
}

const consent = shallowRef<Consent>(readConsent());
let setting: AnalyticsSetting | null = null;
let listening: Promise<Listening> | null = null;

/** The answer of this browser, and how it changes. */
export function useConsent(): { consent: Readonly<Ref<Consent>>; answer: (given: 'yes' | 'no') => void } {
  return {
    consent,
    answer(given) {
      localStorage.setItem(CONSENT_KEY, given);
      consent.value = given;
      if (given === 'no') return void stopListening();
      listenIfAllowed();
      // The page that is open was not counted when it opened.
      listening?.then(
        () => track('$pageview', { name: pageName(location.pathname) }),
        () => undefined,
      );
    },
  };
}

/** Begins to count once all three are there: a site that is set up for it, a user, and their consent. */
export function startAnalytics(given: AnalyticsSetting): void {
  setting = given;
  listenIfAllowed();
}

function listenIfAllowed(): void {
  const given = setting;
  if (!given || consent.value !== 'yes' || listening) return;
  listening = import('./posthog-sink').then(({ listen }) => {
    const began = listen(given.project, given.userId, given.version);
    for (const [event, properties] of takeKeptEvents()) began.sink(event, properties);
    sendEventsTo(began.sink);
    return began;
  });
  // A blocker, or no connection: nobody is counted, and nothing else is missing.
  listening.catch(() => {
    listening = null;
    sendEventsTo(null);
  });
}

async function stopListening(): Promise<void> {
  sendEventsTo(null);
  const began = await listening?.catch(() => null);
  // It may have begun while this waited.
  sendEventsTo(null);
  listening = null;
  began?.end();
}
