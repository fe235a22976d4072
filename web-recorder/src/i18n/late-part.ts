import { defineAsyncComponent, h, type Component } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLanguage } from './language';

/** A part of a screen that is fetched only when it is needed, with its words. */
export interface LatePart<Props> {
  part: Component<Props>;
  /** Fetches it ahead of its time, so that it is there without a connection too; a failure shows when it is used. */
  prefetch: () => void;
}

/**
 * Makes a component late: it and the words beyond the first ones count nothing towards what has to load before one can
 * record. Where the fetching fails it says so in its place, and the next use tries again.
 */
export function useLatePart<Props>(load: () => Promise<{ default: Component<Props> }>): LatePart<Props> {
  const { t } = useI18n();
  const { loadRest } = useLanguage();
  const fetch = async () => (await Promise.all([load(), loadRest()]))[0].default;
  const part = defineAsyncComponent(() =>
    fetch().catch(() => ({ render: () => h('p', { role: 'alert' }, t('common.partMissing')) })),
  ) as Component<Props>;
  return { part, prefetch: () => void fetch().catch(() => undefined) };
}
