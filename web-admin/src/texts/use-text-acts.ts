import { useI18n } from 'vue-i18n';
import {
  useArchiveTextMutation,
  usePublishTextMutation,
  useUnpublishTextMutation,
  useUpdateTextMutation,
  type Language,
} from '../gql/generated';
import { useNotices } from '../notice/notices';
import { useAttempt } from '../notice/use-attempt';

interface Named {
  id: string;
  title: string;
}

interface NameAndLanguage {
  title: string;
  language: Language;
}

/** What admins do to a text, each with its way back. */
export function useTextActs() {
  const { t } = useI18n();
  const { say } = useNotices();
  const attempt = useAttempt();
  const publishing = usePublishTextMutation();
  const unpublishing = useUnpublishTextMutation();
  const archiving = useArchiveTextMutation();
  const updating = useUpdateTextMutation();

  const putPublic = (id: string, isPublic: boolean) =>
    attempt<unknown>(isPublic ? publishing.executeMutation({ id }) : unpublishing.executeMutation({ id }));
  const putArchived = (id: string, archived: boolean) => attempt(archiving.executeMutation({ id, archived }));

  async function setPublic({ id, title }: Named, isPublic: boolean): Promise<void> {
    if (!(await putPublic(id, isPublic))) return;
    say({
      words: t(isPublic ? 'texts.published' : 'texts.unpublished', { title }),
      undo: { words: t('notice.undo'), go: () => void putPublic(id, !isPublic) },
    });
  }

  async function setArchived({ id, title }: Named, archived: boolean): Promise<void> {
    if (!(await putArchived(id, archived))) return;
    say({
      words: t(archived ? 'texts.archived' : 'texts.restored', { title }),
      undo: { words: t('notice.undo'), go: () => void putArchived(id, !archived) },
    });
  }

  const putNamed = (id: string, input: NameAndLanguage) => attempt(updating.executeMutation({ id, input }));

  async function rename(
    { id, title, language }: Named & NameAndLanguage,
    next: NameAndLanguage,
  ): Promise<boolean> {
    if (!(await putNamed(id, next))) return false;
    say({
      words: t('texts.renamed', { title: next.title }),
      undo: { words: t('notice.undo'), go: () => void putNamed(id, { title, language }) },
    });
    return true;
  }

  return { setPublic, setArchived, rename, renaming: updating.fetching };
}
