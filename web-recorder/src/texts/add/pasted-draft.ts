import { reactive, watch } from 'vue';
import type { Language } from '../../gql/generated';

/** A pasted text that is not saved yet. */
export interface PastedDraft {
  title: string;
  text: string;
  /** Null: nobody has chosen one by hand, it is guessed */
  language: Language | null;
}

const keyOf = (userId: string) => `recital-pasted-text:${userId}`;
const LANGUAGES: readonly Language[] = ['HE', 'YI', 'EN'];

/**
 * What this user has pasted and not saved. It stays in this browser until it is saved, emptied, or its user signs out:
 * a reload, a browser that put the page away, and a server that cannot be reached lose nothing.
 */
export function usePastedDraft(userId: string): { draft: PastedDraft; forget: () => void } {
  const draft = reactive(readDraft(localStorage.getItem(keyOf(userId))));
  const stop = watch(draft, ({ title, text }) => {
    try {
      if (title === '' && text === '') forgetPastedDraft(userId);
      else localStorage.setItem(keyOf(userId), JSON.stringify(draft));
    } catch {
      // No room for it: it is in the page all the same.
    }
  });
  return {
    draft,
    forget() {
      stop();
      forgetPastedDraft(userId);
    },
  };
}

/** Somebody else may use this device next. */
export function forgetPastedDraft(userId: string): void {
  localStorage.removeItem(keyOf(userId));
}

/** What was kept; whatever of it makes no sense is empty. */
export function readDraft(stored: string | null): PastedDraft {
  const { title, text, language } = parse(stored);
  return {
    title: typeof title === 'string' ? title : '',
    text: typeof text === 'string' ? text : '',
    language: LANGUAGES.find((known) => known === language) ?? null,
  };
}

function parse(stored: string | null): Partial<Record<keyof PastedDraft, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
