import { useI18n } from 'vue-i18n';

/** What a kind of job is called; one that is not known here (of another release) by its own name. */
export function useJobName() {
  const i18n = useI18n();
  return (name: string): string => (i18n.te(`jobs.name.${name}`) ? i18n.t(`jobs.name.${name}`) : name);
}
