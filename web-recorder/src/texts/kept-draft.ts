import type { Language } from '../gql/generated';
import { isLastUser } from '../offline/kept-answers';

const prefixOf = (userId: string) => `recital-unsaved:${userId}:`;

/** Where a draft stays in this browser. */
export interface DraftPlace {
  /** What is there, as it was written. */
  readonly read: () => string | null;
  /** @returns whether it is there now: there may be no room, and somebody else may use this device by now */
  readonly keep: (draft: object) => boolean;
  readonly forget: () => void;
}

/**
 * The place of something that this user works on and has not saved. It stays there until it is saved or its user signs
 * out: a reload, a browser that put the page away, and a server that cannot be reached lose nothing.
 * @param name - tells this user's drafts apart
 */
export function draftPlace(userId: string, name: string): DraftPlace {
  const key = prefixOf(userId) + name;
  return {
    read: () => localStorage.getItem(key),
    keep(draft) {
      // They have signed out in another tab.
      if (!isLastUser(userId)) return false;
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => localStorage.removeItem(key),
  };
}

/** Takes all that this user has not saved off the device. */
export function forgetDrafts(userId: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefixOf(userId))) localStorage.removeItem(key);
}

const LANGUAGES: readonly Language[] = ['HE', 'YI', 'EN'];

/** What was kept as a language, where it is one. */
export function knownLanguage(kept: unknown): Language | null {
  return LANGUAGES.find((known) => known === kept) ?? null;
}
