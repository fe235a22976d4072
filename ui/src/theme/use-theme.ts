import {
  computed,
  inject,
  onScopeDispose,
  shallowRef,
  watchEffect,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';

export type ThemeChoice = 'light' | 'dark' | 'system';
export const themeChoices: readonly ThemeChoice[] = ['light', 'dark', 'system'];

export interface Theme {
  /** What the person chose; kept in the browser */
  choice: Ref<ThemeChoice>;
  /** What is shown */
  resolved: ComputedRef<'light' | 'dark'>;
}

export const themeKey: InjectionKey<Theme> = Symbol('theme');

const STORAGE_KEY = 'recital-theme';

/**
 * Sets `data-theme` of `root` and keeps it right: by choice, or as the system says, also when the system changes
 * its mind. Call it once per app, inside a scope, and provide the result under `themeKey`.
 */
export function createTheme(root: HTMLElement, storage: Storage = localStorage): Theme {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = shallowRef(media.matches);
  const followSystem = (event: MediaQueryListEvent) => (systemIsDark.value = event.matches);
  media.addEventListener('change', followSystem);
  onScopeDispose(() => media.removeEventListener('change', followSystem));

  const stored = shallowRef<ThemeChoice>(readChoice(storage));
  const choice = computed({
    get: () => stored.value,
    set: (next) => {
      stored.value = next;
      storage.setItem(STORAGE_KEY, next);
    },
  });
  const resolved = computed(() => {
    if (choice.value !== 'system') return choice.value;
    return systemIsDark.value ? 'dark' : 'light';
  });
  watchEffect(() => (root.dataset.theme = resolved.value));
  return { choice, resolved };
}

/** The theme that the app provided; throws where none was. */
export function useTheme(): Theme {
  const theme = inject(themeKey);
  if (!theme) throw new Error('useTheme() needs an app that provides themeKey');
  return theme;
}

function readChoice(storage: Storage): ThemeChoice {
  const stored = storage.getItem(STORAGE_KEY);
  return themeChoices.find((choice) => choice === stored) ?? 'system';
}
