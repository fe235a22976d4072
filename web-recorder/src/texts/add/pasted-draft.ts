import { reactive, watch } from 'vue';
import type { Language } from '../../gql/generated';
import { storedFields } from '../../offline/stored-fields';
import { draftPlace, knownLanguage } from '../kept-draft';

/** A pasted text that is not saved yet. */
export interface PastedDraft {
  title: string;
  text: string;
  /** Null: nobody has chosen one by hand, it is guessed */
  language: Language | null;
}

/** What this user has pasted and not saved, kept in this browser; `forget` once it is saved. */
export function usePastedDraft(userId: string): { draft: PastedDraft; forget: () => void } {
  const place = draftPlace(userId, 'pasted');
  const draft = reactive(readDraft(place.read()));
  const stop = watch(draft, ({ title, text }) => {
    if (title === '' && text === '') place.forget();
    else place.keep(draft);
  });
  return {
    draft,
    forget() {
      stop();
      place.forget();
    },
  };
}

/** What was kept; whatever of it makes no sense is empty. */
export function readDraft(stored: string | null): PastedDraft {
  const { title, text, language } = storedFields<keyof PastedDraft>(stored);
  return {
    title: typeof title === 'string' ? title : '',
    text: typeof text === 'string' ? text : '',
    language: knownLanguage(language),
  };
}
