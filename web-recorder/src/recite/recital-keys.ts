import type { Direction } from '@crowd-recital/ui/text/direction.ts';
import type { RecitalPhase } from '../capture/recital';

export type RecitalAction =
  | 'start'
  | 'stop'
  | 'next'
  | 'again'
  | 'pause'
  | 'resume'
  | 'sentence-forward'
  | 'sentence-back'
  | 'paragraph-forward'
  | 'paragraph-back';

export interface KeyContext {
  phase: RecitalPhase;
  /** Of the text, not of the interface */
  direction: Direction;
}

/**
 * What a key press on the recital screen means, or null where it means nothing to us: in a dialog or a field, on a
 * control that has Enter and Space for itself, with a modifier, or held down (arrows may repeat while nothing runs).
 */
export function actionOfKey(event: KeyboardEvent, { phase, direction }: KeyContext): RecitalAction | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  if (belongsElsewhere(event)) return null;

  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  // event.code is the place on the keyboard: P and R are there on a Hebrew layout too.
  const key = event.code === 'KeyP' || event.code === 'KeyR' ? event.code : event.key;

  if (phase === 'idle' || phase === 'failed') {
    if (key === 'Enter') return event.repeat ? null : 'start';
    if (key === forward) return 'sentence-forward';
    if (key === back) return 'sentence-back';
    if (key === 'ArrowDown') return 'paragraph-forward';
    if (key === 'ArrowUp') return 'paragraph-back';
    return null;
  }
  if (event.repeat) return null;
  if (phase === 'recording') {
    if (key === 'Enter') return 'stop';
    if (key === ' ' || key === forward) return 'next';
    if (key === 'KeyP') return 'pause';
    if (key === 'KeyR') return 'again';
  }
  if (phase === 'paused') {
    if (key === 'Enter') return 'stop';
    if (key === 'KeyP' || key === ' ') return 'resume';
  }
  return null;
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('dialog[open]')) return true;
  if (target?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]')) return true;
  const isPress = event.key === 'Enter' || event.key === ' ';
  return isPress && Boolean(target?.closest('button, a[href], summary, [role="button"]'));
}
