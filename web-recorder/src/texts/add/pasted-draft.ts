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

/** What this user has pasted and not saved, kept in this browser. */
export interface KeptPaste {
  draft: PastedDraft;
  /** This much of it is saved. What was typed since then is not, and stays. */
  wasSaved: (saved: Pick<PastedDraft, 'title' | 'text'>) => void;
}

export function usePastedDraft(userId: string): KeptPaste {
  const place = draftPlace(userId, 'pasted');
  const draft = reactive(readDraft(place.read()));
  watch(draft, ({ title, text }) => {
    if (title === '' && text === '') place.forget();
    else place.keep(draft);
  });
  return {
    draft,
    wasSaved({ title, text }) {
      if (draft.title === title && draft.text === text) place.forget();
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
