import { useEventListener, useIntervalFn, useSessionStorage } from '@vueuse/core';
import { computed, nextTick, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteUpdate, useRoute, useRouter } from 'vue-router';
import {
  useImportBatchQuery,
  useImportFileMutation,
  useImportLinksMutation,
  type ImportRowFragment,
  type Language,
} from '../gql/generated';
import { useNotices } from '../notice/notices';
import { problemOf } from '../problem/problem';

/** Something of a batch that the server has no import of: on its way there, or refused at the door. */
export interface AtTheDoor {
  readonly kind: 'link' | 'file';
  /** The link itself, or the name of the file. */
  readonly name: string;
  readonly language: Language;
  readonly isPublic: boolean;
  /** A reason as the API names it, or what else went wrong; null while it is on its way. */
  readonly refusal: string | null;
}

/** What is to be taken in. */
export interface Order {
  readonly links: readonly string[];
  readonly files: readonly File[];
  readonly language: Language;
  readonly isPublic: boolean;
}

const ASK_AGAIN_MS = 1_500;
/** The API takes at most so many at once. */
const MOST_LINKS = 500;

/** Sends texts to be taken in and follows them; the batch stands in the address, so that a reload goes on following. */
export function useImportBatch() {
  const { t } = useI18n();
  const { say } = useNotices();
  const route = useRoute();
  const router = useRouter();
  const batch = computed(() => (typeof route.query.batch === 'string' ? route.query.batch : null));
  const onlyFailed = shallowRef(false);
  // The server has no rows of these: the tab keeps them, so that a reload loses none.
  const atTheDoor = useSessionStorage<readonly AtTheDoor[]>(
    () => `recital-import-${batch.value ?? 'none'}`,
    [],
    { shallow: true, writeDefaults: false },
  );
  /** Files of this page, by name, for another attempt: the server keeps none that it could not read. */
  const files = new Map<string, File>();
  const retried = shallowRef<ReadonlySet<string>>(new Set());
  const sending = shallowRef(false);
  let left = false;
  onScopeDispose(() => (left = true));

  const query = useImportBatchQuery(
    () => ({ batch: batch.value ?? '', states: onlyFailed.value ? ['FAILED'] : null }),
    { pause: () => batch.value === null, requestPolicy: 'network-only' },
  );
  const sendingLinks = useImportLinksMutation();
  const sendingFile = useImportFileMutation();
  const ask = () => void query.executeQuery({ requestPolicy: 'network-only' });

  const progress = computed(() => (batch.value ? (query.data.value?.textBatch ?? null) : null));
  const imports: ComputedRef<readonly ImportRowFragment[]> = computed(() =>
    batch.value
      ? (query.data.value?.textImports.edges ?? [])
          .map(({ node }) => node)
          .filter(({ id }) => !retried.value.has(id))
      : [],
  );
  const working = computed(
    () => sending.value || (progress.value !== null && progress.value.queued + progress.value.running > 0),
  );
  const asking = useIntervalFn(ask, ASK_AGAIN_MS, { immediate: false });
  watch(working, (now) => (now ? asking.resume() : asking.pause()), { immediate: true });
  useEventListener(window, 'beforeunload', (event) => sending.value && event.preventDefault());
  // What is being sent would go to another batch.
  onBeforeRouteUpdate((to, from) => {
    if (!sending.value || from.query.batch === undefined || to.query.batch === from.query.batch) return true;
    say({ words: t('textImport.stillSending') });
    return false;
  });
  // Coming to a batch, nothing of it is on its way any more: what is sent is sent by the page that shows it.
  watch(batch, interrupt, { immediate: true, flush: 'post' });

  function interrupt(): void {
    if (sending.value) return;
    atTheDoor.value = atTheDoor.value.map((item) => ({ ...item, refusal: item.refusal ?? 'INTERRUPTED' }));
  }

  function put(item: AtTheDoor): void {
    atTheDoor.value = [...atTheDoor.value.filter(({ name }) => name !== item.name), item];
  }

  function passed(name: string): void {
    atTheDoor.value = atTheDoor.value.filter((item) => item.name !== name);
  }

  async function sendLinks(items: readonly AtTheDoor[]): Promise<void> {
    const [first] = items;
    if (!first || !batch.value) return;
    const { data, error } = await sendingLinks.executeMutation({
      input: { urls: items.map(({ name }) => name), public: first.isPublic, batch: batch.value },
    });
    items.forEach((item, index) => {
      const placed = data?.createTextsFromWiki.links[index];
      if (placed?.import) passed(item.name);
      else put({ ...item, refusal: placed?.reason ?? (error ? problemOf(error) : 'FAILED') });
    });
  }

  async function sendFile(item: AtTheDoor): Promise<void> {
    const file = files.get(item.name);
    if (!file || !batch.value) return;
    const { error } = await sendingFile.executeMutation({
      input: { language: item.language, public: item.isPublic, batch: batch.value },
      file,
    });
    const reason: unknown = error?.graphQLErrors[0]?.extensions.reason;
    if (!error) passed(item.name);
    else put({ ...item, refusal: typeof reason === 'string' ? reason : problemOf(error) });
  }

  /** One after the other: together they would only wait for each other on the same line. */
  async function send(items: readonly AtTheDoor[]): Promise<void> {
    if (batch.value === null) {
      await router.replace({ query: { batch: crypto.randomUUID() } });
      // By then what is kept is that of the new batch.
      await nextTick();
    }
    sending.value = true;
    for (const item of items) put({ ...item, refusal: null });
    const links = items.filter(({ kind }) => kind === 'link');
    for (let from = 0; from < links.length && !left; from += MOST_LINKS) {
      await sendLinks(links.slice(from, from + MOST_LINKS));
    }
    for (const item of items.filter(({ kind }) => kind === 'file')) {
      if (left) return;
      await sendFile(item);
      ask();
    }
    sending.value = false;
    ask();
  }

  function start({ links, files: chosen, language, isPublic }: Order): Promise<void> {
    const about = { language, isPublic, refusal: null };
    for (const file of chosen) files.set(file.name, file);
    return send([
      ...links.map((name) => ({ ...about, kind: 'link' as const, name })),
      ...chosen.map(({ name }) => ({ ...about, kind: 'file' as const, name })),
    ]);
  }

  /** Links can always be sent once more, files only while this page has them. */
  const canSend = ({ kind, name }: AtTheDoor): boolean => kind === 'link' || files.has(name);

  const refused = computed(() => atTheDoor.value.filter(({ refusal }) => refusal !== null));
  const failed = computed(() =>
    imports.value.filter(({ state }) => state === 'FAILED').map((row) => ({ id: row.id, item: itemOf(row) })),
  );
  const canRetry = computed(() => [...refused.value, ...failed.value.map(({ item }) => item)].some(canSend));

  /** Sends everything once more that was refused or failed. */
  async function retryFailed(): Promise<void> {
    const again = failed.value.filter(({ item }) => canSend(item));
    retried.value = new Set([...retried.value, ...again.map(({ id }) => id)]);
    await send([...refused.value.filter(canSend), ...again.map(({ item }) => item)]);
  }

  return {
    batch,
    progress,
    imports,
    atTheDoor,
    refused,
    onlyFailed,
    working,
    sending,
    error: query.error,
    canRetry,
    start,
    retryFailed,
    again: ask,
  };
}

function itemOf({ sourceKind, source, language, public: isPublic }: ImportRowFragment): AtTheDoor {
  const kind = sourceKind === 'FILE_UPLOAD' ? 'file' : 'link';
  return { kind, name: source, language, isPublic, refusal: null };
}
