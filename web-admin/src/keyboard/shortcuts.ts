import { inject, onScopeDispose, provide, shallowReactive, type InjectionKey } from 'vue';

/**
 * Every shortcut: the keys that ask for it (letters by their place on the keyboard, one after the other where there
 * are two), and what else the list of shortcuts shows for it. To add one is to add a line, and words at `shortcuts.*`.
 */
const shortcuts = {
  nextRow: { keys: 'j', shown: ['J', '↓'] },
  previousRow: { keys: 'k', shown: ['K', '↑'] },
  select: { keys: 'x', shown: ['X'] },
  play: { keys: 'space', shown: ['␣'] },
  nextSentence: { keys: 'n', shown: ['N'] },
  previousSentence: { keys: 'p', shown: ['P'] },
  good: { keys: '1', shown: ['1'] },
  wrongWords: { keys: '2', shown: ['2'] },
  noise: { keys: '3', shown: ['3'] },
  cutOff: { keys: '4', shown: ['4'] },
  other: { keys: '5', shown: ['5'] },
  accept: { keys: 'a', shown: ['A'] },
  giveBack: { keys: 't', shown: ['T'] },
  reject: { keys: 'e', shown: ['E'] },
  skip: { keys: 's', shown: ['S'] },
  undo: { keys: 'u', shown: ['U'] },
  close: { keys: 'escape', shown: ['Esc'] },
  search: { keys: '/', shown: ['/'] },
  refresh: { keys: 'r', shown: ['R'] },
  help: { keys: '?', shown: ['?'] },
  overview: { keys: 'g o', shown: ['G', 'O'] },
  people: { keys: 'g p', shown: ['G', 'P'] },
  recordings: { keys: 'g r', shown: ['G', 'R'] },
  review: { keys: 'g v', shown: ['G', 'V'] },
  texts: { keys: 'g t', shown: ['G', 'T'] },
  jobs: { keys: 'g j', shown: ['G', 'J'] },
  audit: { keys: 'g a', shown: ['G', 'A'] },
  settings: { keys: 'g s', shown: ['G', 'S'] },
} as const satisfies Record<string, { keys: string; shown: readonly string[] }>;

export type Shortcut = keyof typeof shortcuts;

const NAMES = Object.keys(shortcuts) as Shortcut[];
const byKeys = new Map(NAMES.map((name) => [shortcuts[name].keys as string, name]));
const beginnings = new Set([...byKeys.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys[0]));

/** How long the second key of a pair may take. */
const PAIR_MS = 1_500;

/** The key caps that stand for a shortcut. */
export const capsOf = (shortcut: Shortcut): readonly string[] => shortcuts[shortcut].shown;

/** True for those that are pressed one after the other, and go to a page. */
export const isPair = (shortcut: Shortcut): boolean => shortcuts[shortcut].keys.includes(' ');

/**
 * What a key asks for, or null. A letter counts by its place on the keyboard where the layout has other letters there
 * (Hebrew, Yiddish). No key is taken in a field, with a modifier, or when somebody has already used it.
 * @param before - the key of a pair that was pressed just now
 */
export function shortcutOf(event: KeyboardEvent, before = ''): Shortcut | null {
  const key = keyOf(event);
  if (key === null) return null;
  return byKeys.get(before ? `${before} ${key}` : key) ?? null;
}

function keyOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  if (isField(event.target)) return null;
  // Space presses what has the focus.
  if (event.key === ' ') return isPressed(event.target) ? null : 'space';
  const latin = /^[\x20-\x7e]+$/.test(event.key) ? event.key : event.code.replace(/^Key/, '');
  return latin.toLowerCase();
}

function isPressed(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('button, a, input, summary, [role="button"]') !== null
  );
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="checkbox"]), textarea, select, [role="combobox"], [role="menu"]') !==
        null)
  );
}

type Handler = () => void;

interface Shortcuts {
  on: (shortcut: Shortcut, handler: Handler) => () => void;
  /** Those that somebody answers at this moment, in the order of the list above */
  answered: () => Shortcut[];
}

const shortcutsKey: InjectionKey<Shortcuts> = Symbol('shortcuts');

/**
 * Listens to the keys of the page and hands them to whoever registered last. Keys that belong to the host (its focus
 * is somewhere outside `root`) or to an open overlay stay theirs.
 */
export function provideShortcuts(root: HTMLElement, overlayIsOpen: () => boolean): void {
  const handlers = shallowReactive(new Map<Shortcut, Handler[]>());
  let first = { key: '', at: 0 };

  function onKeydown(event: KeyboardEvent): void {
    const target = event.target;
    const ours = target === document.body || (target instanceof Node && root.contains(target));
    if (!ours || overlayIsOpen()) return;
    const before = event.timeStamp - first.at < PAIR_MS ? first.key : '';
    const key = keyOf(event);
    first = { key: key !== null && !before && beginnings.has(key) ? key : '', at: event.timeStamp };
    const shortcut = shortcutOf(event, before);
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
    answered: () => NAMES.filter((name) => handlers.get(name)?.length),
  });
}

function useShortcuts(): Shortcuts {
  const found = inject(shortcutsKey);
  if (!found) throw new Error('Shortcuts need provideShortcuts() above them');
  return found;
}

/** Answers a shortcut for as long as the calling component lives. */
export function useShortcut(shortcut: Shortcut, handler: Handler): void {
  onScopeDispose(useShortcuts().on(shortcut, handler));
}

/** What can be pressed at this moment. */
export function useAnsweredShortcuts(): () => Shortcut[] {
  return useShortcuts().answered;
}
