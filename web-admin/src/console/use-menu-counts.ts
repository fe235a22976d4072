import { useIntervalFn } from '@vueuse/core';
import { computed } from 'vue';
import { useMenuCountsQuery } from '../gql/generated';
import type { pages } from './pages';

/** What needs somebody changes slowly; the menu is not where one waits for it. */
const ASK_AGAIN_MS = 60_000;

type PageName = (typeof pages)[number]['name'];

/** How much waits for an admin on each page of the menu; pages where nothing does are not there. */
export function useMenuCounts() {
  const query = useMenuCountsQuery();
  useIntervalFn(() => {
    if (document.visibilityState === 'visible') void query.executeQuery({ requestPolicy: 'network-only' });
  }, ASK_AGAIN_MS);

  return computed(() => {
    const counts = new Map<PageName, number>();
    const answer = query.data.value;
    if (!answer) return counts;
    const { overview, queue } = answer;
    counts.set('people', overview.awaitingApproval);
    counts.set(
      'recordings',
      overview.attention.reduce((sum, { sessions }) => sum + sessions, 0),
    );
    counts.set('jobs', queue.failed);
    return new Map([...counts].filter(([, count]) => count > 0));
  });
}
