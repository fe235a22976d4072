import { useI18n } from 'vue-i18n';

/** What an act is called; one that is not known here by the name that the log gives it. */
export function useActionWords() {
  const i18n = useI18n();
  return (action: string): string =>
    i18n.te(`audit.action.${action}`) ? i18n.t(`audit.action.${action}`) : action;
}

/** What a kind of thing is called to which something was done; one that is not known here by its own name. */
export function useKindWords() {
  const i18n = useI18n();
  return (kind: string): string => (i18n.te(`audit.kind.${kind}`) ? i18n.t(`audit.kind.${kind}`) : kind);
}
