import { shallowRef, type Ref } from 'vue';
import type { Listening } from './posthog-sink';
import { pageName, sendEventsTo, track } from './track';

const STORAGE_KEY = 'recital-analytics';

/** What somebody answered to being counted; null: they were not asked yet, or put it off. */
export type Consent = 'yes' | 'no' | null;

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
      localStorage.setItem(STORAGE_KEY, given);
      consent.value = given;
      if (given === 'yes') listenIfAllowed();
      else void stopListening();
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
    sendEventsTo(began.sink);
    track('$pageview', { name: pageName(location.pathname) });
    return began;
  });
  // A blocker, or no connection: nobody is counted, and nothing else is missing.
  listening.catch(() => (listening = null));
}

async function stopListening(): Promise<void> {
  sendEventsTo(null);
  const began = await listening?.catch(() => null);
  listening = null;
  began?.end();
}

function readConsent(): Consent {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === 'yes' || stored === 'no' ? stored : null;
}
