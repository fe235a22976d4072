import { watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';

/** Names the browser's tab after the page; `title` is read again when it or the language changes. */
export function usePageTitle(title: () => string): void {
  const { t } = useI18n();
  watchEffect(() => {
    document.title = title() ? `${title()} · ${t('brand')}` : t('brand');
  });
}
