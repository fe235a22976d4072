import { inject, onScopeDispose, provide, type InjectionKey } from 'vue';

export type Shortcut = 'nextRow' | 'previousRow' | 'close' | 'search' | 'refresh' | 'help';

const LETTERS: Readonly<Record<string, Shortcut>> = {
  j: 'nextRow',
  k: 'previousRow',
  r: 'refresh',
  '/': 'search',
  '?': 'help',
  escape: 'close',
};

/**
 * What a key asks for, or null. A letter counts by its place on the keyboard where the layout has other letters there
 * (Hebrew, Yiddish). No key is taken in a field, with a modifier, or when somebody has already used it.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  if (isField(event.target)) return null;
  const latin = /^[\x20-\x7e]+$/.test(event.key) ? event.key : event.code.replace(/^Key/, '');
  return LETTERS[latin.toLowerCase()] ?? null;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="combobox"], [role="menu"]') !== null)
  );
}

type Handler = () => void;

interface Shortcuts {
  on: (shortcut: Shortcut, handler: Handler) => () => void;
}

const shortcutsKey: InjectionKey<Shortcuts> = Symbol('shortcuts');

/**
 * Listens to the keys of the page and hands them to whoever registered last. Keys that belong to the host (its focus
 * is somewhere outside `root`) or to an open overlay stay theirs.
 */
export function provideShortcuts(root: HTMLElement, overlayIsOpen: () => boolean): void {
  const handlers = new Map<Shortcut, Handler[]>();

  function onKeydown(event: KeyboardEvent): void {
    const target = event.target;
    const ours = target === document.body || (target instanceof Node && root.contains(target));
    if (!ours || overlayIsOpen()) return;
    const shortcut = shortcutOf(event);
    const handler = shortcut && handlers.get(shortcut)?.at(-1);
    if (!handler) return;
    event.preventDefault();
    handler();
  }

  document.addEventListener('keydown', onKeydown);
  onScopeDispose(() => document.removeEventListener('keydown', onKeydown));

  provide(shortcutsKey, {
    on(shortcut, handler) {
      handlers.set(shortcut, [...(handlers.get(shortcut) ?? []), handler]);
      return () =>
        handlers.set(
          shortcut,
          (handlers.get(shortcut) ?? []).filter((other) => other !== handler),
        );
    },
  });
}

/** Answers a shortcut for as long as the calling component lives. */
export function useShortcut(shortcut: Shortcut, handler: Handler): void {
  const shortcuts = inject(shortcutsKey);
  if (!shortcuts) throw new Error('useShortcut() needs provideShortcuts() above it');
  onScopeDispose(shortcuts.on(shortcut, handler));
}
