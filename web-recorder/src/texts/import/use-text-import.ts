import { useIntervalFn } from '@vueuse/core';
import type { CombinedError } from '@urql/vue';
import { computed, type ComputedRef, type Ref } from 'vue';
import { useTextImportStateQuery, type ImportStateFragment } from '../../gql/generated';
import { useLastKnown } from '../../graphql/use-last-known';

const EVERY_MS = 1_000;

export interface FollowedImport {
  /** As it stands; undefined until the server has answered once. */
  readonly order: Readonly<Ref<ImportStateFragment | undefined>>;
  readonly error: Readonly<Ref<CombinedError | undefined>>;
  readonly isOpen: ComputedRef<boolean>;
  readonly askAgain: () => void;
}

/** Whether something still becomes a text, or not. */
export function isOpenImport({ state }: Pick<ImportStateFragment, 'state'>): boolean {
  return state === 'QUEUED' || state === 'RUNNING';
}

/** Follows an import to its end; while the server is not reached it keeps asking. */
export function useTextImport(id: () => string): FollowedImport {
  const query = useTextImportStateQuery(() => ({ id: id() }), { requestPolicy: 'network-only' });
  const order = useLastKnown(() => query.data.value?.textImport);
  const isOpen = computed(() => order.value !== undefined && isOpenImport(order.value));
  const askAgain = (): void => void query.executeQuery({ requestPolicy: 'network-only' });
  useIntervalFn(() => {
    if (isOpen.value && !query.fetching.value) askAgain();
  }, EVERY_MS);
  return { order, error: query.error, isOpen, askAgain };
}
