import type { Direction } from '@crowd-recital/ui/text/direction.ts';
import type { RecitalPhase } from '../capture/recital';

export type RecitalAction =
  | 'start'
  | 'stop'
  | 'next'
  | 'again'
  | 'skip'
  | 'pause'
  | 'resume'
  | 'sentence-forward'
  | 'sentence-back'
  | 'paragraph-forward'
  | 'paragraph-back'
  | 'help';

export interface KeyContext {
  phase: RecitalPhase;
  /** Of the text, not of the interface */
  direction: Direction;
  /** False: keys that only type a character mean nothing (who speaks to the computer types them by accident) */
  letters: boolean;
}

type KeyMeaning = Partial<Record<string, RecitalAction>>;

const CHOOSING: KeyMeaning = {
  Enter: 'start',
  Forward: 'sentence-forward',
  Back: 'sentence-back',
  ArrowDown: 'paragraph-forward',
  ArrowUp: 'paragraph-back',
  '?': 'help',
};

const MEANINGS: Partial<Record<RecitalPhase, KeyMeaning>> = {
  idle: CHOOSING,
  failed: CHOOSING,
  recording: {
    Enter: 'stop',
    ' ': 'next',
    Forward: 'next',
    p: 'pause',
    r: 'again',
    s: 'skip',
    '?': 'help',
  },
  paused: { Enter: 'stop', ' ': 'resume', p: 'resume', r: 'again', s: 'skip', '?': 'help' },
};

/**
 * What a key press on the recital screen means, or null where it means nothing to us: in a dialog or a field, on a
 * control that has Enter and Space for itself, with a modifier, or held down (arrows may repeat while nothing runs).
 */
export function actionOfKey(
  event: KeyboardEvent,
  { phase, direction, letters }: KeyContext,
): RecitalAction | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  if (belongsElsewhere(event)) return null;
  const key = nameOf(event, direction);
  const action = MEANINGS[phase]?.[key] ?? null;
  if (event.repeat && !action?.startsWith('sentence') && !action?.startsWith('paragraph')) return null;
  const isLetter = key.length === 1 && key !== ' ';
  return isLetter && !letters ? null : action;
}

/** Arrows by where they lead in the text; letters of a layout without Latin ones by their place: P and R are there too. */
function nameOf(event: KeyboardEvent, direction: Direction): string {
  if (event.key === (direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight')) return 'Forward';
  if (event.key === (direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft')) return 'Back';
  const isOtherLetter = /^\P{Script=Latin}$/u.test(event.key) && /^\p{Letter}$/u.test(event.key);
  const key = isOtherLetter ? event.code.replace(/^Key/, '') : event.key;
  return key.length === 1 ? key.toLowerCase() : key;
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('dialog[open]')) return true;
  if (target?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]')) return true;
  const isPress = event.key === 'Enter' || event.key === ' ';
  return isPress && Boolean(target?.closest('button, a[href], summary, [role="button"]'));
}
