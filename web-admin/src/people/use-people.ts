import { useI18n } from 'vue-i18n';
import { useApproveSpeakersMutation, useChangeGroupMutation, type UserGroup } from '../gql/generated';
import { useNotices } from '../notice/notices';
import { useAttempt } from '../notice/use-attempt';

interface Person {
  id: string;
  name: string;
  email: string;
  group: UserGroup | null;
}

/** What admins do to people, each with its way back. */
export function usePeople() {
  const { t } = useI18n();
  const { say } = useNotices();
  const attempt = useAttempt();
  const approving = useApproveSpeakersMutation();
  const changing = useChangeGroupMutation();

  const put = (id: string, group: UserGroup | null) =>
    attempt(changing.executeMutation({ id, group }), { CONFLICT: t('people.lastAdmin') });

  /** Lets those in who wait; the others stay what they are. */
  async function approve(people: readonly Person[]): Promise<boolean> {
    const waiting = people.filter(({ group }) => group === null);
    const done = await attempt(approving.executeMutation({ emails: waiting.map(({ email }) => email) }));
    if (!done) return false;
    say({
      words: t('people.approved', { count: waiting.length, name: waiting[0]?.name ?? '' }, waiting.length),
      undo: {
        words: t('notice.undo'),
        go: () => void Promise.all(waiting.map(({ id }) => put(id, null))),
      },
    });
    return true;
  }

  async function changeGroup({ id, name, group }: Person, next: UserGroup | null): Promise<void> {
    if (!(await put(id, next))) return;
    say({
      words: t('people.changed', { name, group: t(`group.${groupName(next)}`) }),
      undo: { words: t('notice.undo'), go: () => void put(id, group) },
    });
  }

  return { approve, changeGroup, approving: approving.fetching, changing: changing.fetching };
}

/** The key of a group among the messages. */
export function groupName(group: UserGroup | null): 'admin' | 'speaker' | 'waiting' {
  if (group === 'ADMIN') return 'admin';
  return group === 'SPEAKER' ? 'speaker' : 'waiting';
}
