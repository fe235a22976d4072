import { useIntervalFn } from '@vueuse/core';
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import {
  useImportBatchQuery,
  useImportFileMutation,
  useImportLinksMutation,
  type ImportRowFragment,
  type Language,
} from '../gql/generated';
import { problemOf } from '../problem/problem';

/** Something of a batch that the server has no import of: on its way there, or refused at the door. */
export interface AtTheDoor {
  readonly name: string;
  /** Null for a link. */
  readonly file: File | null;
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
  const route = useRoute();
  const router = useRouter();
  const batch = computed(() => (typeof route.query.batch === 'string' ? route.query.batch : null));
  const onlyFailed = shallowRef(false);
  const atTheDoor = shallowRef<readonly AtTheDoor[]>([]);
  /** Files of this page, by name, for another attempt: the server keeps none that it could not read. */
  const files = new Map<string, AtTheDoor>();
  const retried = shallowRef<ReadonlySet<string>>(new Set());
  const sending = shallowRef(false);

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
    if (!item.file || !batch.value) return;
    const { error } = await sendingFile.executeMutation({
      input: { language: item.language, public: item.isPublic, batch: batch.value },
      file: item.file,
    });
    const reason: unknown = error?.graphQLErrors[0]?.extensions.reason;
    if (!error) passed(item.name);
    else put({ ...item, refusal: typeof reason === 'string' ? reason : problemOf(error) });
  }

  /** One after the other: together they would only wait for each other on the same line. */
  async function send(items: readonly AtTheDoor[]): Promise<void> {
    if (batch.value === null) await router.replace({ query: { batch: crypto.randomUUID() } });
    sending.value = true;
    for (const item of items) put({ ...item, refusal: null });
    const links = items.filter(({ file }) => file === null);
    for (let from = 0; from < links.length; from += MOST_LINKS) {
      await sendLinks(links.slice(from, from + MOST_LINKS));
    }
    for (const item of items.filter(({ file }) => file !== null)) {
      files.set(item.name, item);
      await sendFile(item);
      ask();
    }
    sending.value = false;
    ask();
  }

  function start({ links, files: chosen, language, isPublic }: Order): Promise<void> {
    const about = { language, isPublic, refusal: null };
    return send([
      ...links.map((name) => ({ ...about, name, file: null })),
      ...chosen.map((file) => ({ ...about, name: file.name, file })),
    ]);
  }

  /** What can be sent once more: links always, files only while this page has them. */
  function againOf({ sourceKind, source, language, public: isPublic }: ImportRowFragment): AtTheDoor | null {
    if (sourceKind === 'FILE_UPLOAD') return files.get(source) ?? null;
    return { name: source, file: null, language, isPublic, refusal: null };
  }

  const failed = computed(() => imports.value.filter(({ state }) => state === 'FAILED'));
  const canRetry = computed(
    () =>
      atTheDoor.value.some(({ refusal }) => refusal !== null) ||
      failed.value.some((each) => againOf(each) !== null),
  );

  /** Sends everything once more that was refused or failed. */
  async function retryFailed(): Promise<void> {
    const again = failed.value.flatMap((each) => {
      const item = againOf(each);
      return item ? [{ id: each.id, item }] : [];
    });
    retried.value = new Set([...retried.value, ...again.map(({ id }) => id)]);
    const refused = atTheDoor.value.filter(({ refusal }) => refusal !== null);
    await send([...refused, ...again.map(({ item }) => item)]);
  }

  return {
    batch,
    progress,
    imports,
    atTheDoor,
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
