import { useI18n } from 'vue-i18n';
import {
  useArchiveTextMutation,
  usePublishTextMutation,
  useUnpublishTextMutation,
  useUpdateTextMutation,
  type Language,
} from '../gql/generated';
import { useFormats } from '../i18n/use-formats';
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
  const { number } = useFormats();
  const { say } = useNotices();
  const attempt = useAttempt();
  const publishing = usePublishTextMutation();
  const unpublishing = useUnpublishTextMutation();
  const archiving = useArchiveTextMutation();
  const updating = useUpdateTextMutation();

  const putPublic = (id: string, isPublic: boolean) =>
    attempt<unknown>(isPublic ? publishing.executeMutation({ id }) : unpublishing.executeMutation({ id }));
  const putArchived = (id: string, archived: boolean) => attempt(archiving.executeMutation({ id, archived }));

  /** One after the other, up to the first that is refused. @returns those with which it worked */
  async function inTurn(texts: readonly Named[], put: (id: string) => Promise<unknown>): Promise<Named[]> {
    const done: Named[] = [];
    for (const text of texts) {
      if ((await put(text.id)) === null) break;
      done.push(text);
    }
    return done;
  }

  async function change(
    texts: readonly Named[],
    words: string,
    put: (id: string) => Promise<unknown>,
    putBack: (id: string) => Promise<unknown>,
  ): Promise<boolean> {
    const done = await inTurn(texts, put);
    // Why it stopped has been said; what is left of the texts is still there to choose.
    if (done.length < texts.length) return false;
    say({
      words: t(words, { title: done[0]?.title ?? '', count: number(done.length) }, done.length),
      undo: { words: t('notice.undo'), go: () => void inTurn(done, putBack) },
    });
    return true;
  }

  const setPublic = (texts: readonly Named[], isPublic: boolean) =>
    change(
      texts,
      isPublic ? 'texts.published' : 'texts.unpublished',
      (id) => putPublic(id, isPublic),
      (id) => putPublic(id, !isPublic),
    );

  const setArchived = (texts: readonly Named[], archived: boolean) =>
    change(
      texts,
      archived ? 'texts.archived' : 'texts.restored',
      (id) => putArchived(id, archived),
      (id) => putArchived(id, !archived),
    );

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
