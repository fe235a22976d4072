/** Where this browser keeps the answer. */
export const CONSENT_KEY = 'recital-analytics';

/** What somebody answered to being counted; null: they were not asked yet, or put it off. */
export type Consent = 'yes' | 'no' | null;

export function readConsent(): Consent {
  const stored = localStorage.getItem(CONSENT_KEY);
  return stored === 'yes' || stored === 'no' ? stored : null;
}
