import type { CombinedError } from '@urql/vue';
import { ref, type Ref } from 'vue';
import { refusalKey } from '../import/refusal';
import { useEditTextMutation, useUpdateTextMutation, type EditedTextFragment } from '../../gql/generated';
import type { TextDraft } from './use-text-draft';

export interface SaveText {
  /** @returns whether everything is saved. After a conflict, the next call puts the draft in the place of the other's words. */
  readonly save: () => Promise<boolean>;
  readonly saving: Readonly<Ref<boolean>>;
  /** The key of the sentence that says what went wrong. */
  readonly failure: Readonly<Ref<string | null>>;
  /** The revision that somebody else made meanwhile. */
  readonly conflict: Readonly<Ref<number | null>>;
}

/** Saves a draft: what is said of the text and its words are two calls, each made only when it has something to say. */
export function useSaveText(text: EditedTextFragment, draft: TextDraft): SaveText {
  const update = useUpdateTextMutation();
  const edit = useEditTextMutation();
  const saving = ref(false);
  const failure = ref<string | null>(null);
  const conflict = ref<number | null>(null);

  async function saveDetails(): Promise<CombinedError | undefined> {
    if (!draft.detailsChanged.value) return undefined;
    const input = draft.details();
    const { error } = await update.executeMutation({ id: text.id, input });
    if (!error) draft.detailsWereSaved(input);
    return error;
  }

  async function saveWords(): Promise<CombinedError | undefined> {
    if (!draft.words.isChanged.value) return undefined;
    draft.words.close('taken');
    const paragraphs = draft.words.paragraphs();
    const expectedRevision = conflict.value ?? draft.revision.value;
    const { data, error } = await edit.executeMutation({ id: text.id, expectedRevision, paragraphs });
    if (data) {
      draft.revision.value = data.editText.currentRevision.number;
      draft.words.wasSaved(paragraphs);
    }
    return error;
  }

  async function save(): Promise<boolean> {
    saving.value = true;
    const error = (await saveDetails()) ?? (await saveWords());
    saving.value = false;
    conflict.value = error ? revisionOfOther(error) : null;
    failure.value = error ? refusalKey(error) : null;
    return !error;
  }

  return { save, saving, failure, conflict };
}

function revisionOfOther(error: CombinedError): number | null {
  const { code, currentRevision } = error.graphQLErrors[0]?.extensions ?? {};
  return code === 'CONFLICT' && typeof currentRevision === 'number' ? currentRevision : null;
}
