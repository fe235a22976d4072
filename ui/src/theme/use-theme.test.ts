import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, type EffectScope } from 'vue';
import { createTheme } from './use-theme';

let scope: EffectScope;
let tellSystem: (dark: boolean) => void;

beforeEach(() => {
  localStorage.clear();
  scope = effectScope();
  const listeners = new Set<(event: MediaQueryListEvent) => void>();
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  }));
  tellSystem = (matches) => listeners.forEach((listener) => listener({ matches } as MediaQueryListEvent));
});

afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

function themeOn(root: HTMLElement) {
  const theme = scope.run(() => createTheme(root));
  if (!theme) throw new Error('The scope has ended');
  return theme;
}

describe('theme', () => {
  it('follows the system until the person chooses', async () => {
    const root = document.createElement('div');
    const theme = themeOn(root);
    expect(root.dataset.theme).toBe('light');
    tellSystem(true);
    await nextTick();
    expect(root.dataset.theme).toBe('dark');
    theme.choice.value = 'light';
    await nextTick();
    expect(root.dataset.theme).toBe('light');
  });

  it('remembers the choice itself, not the opposite of the system', () => {
    themeOn(document.createElement('div')).choice.value = 'dark';
    const later = document.createElement('div');
    expect(themeOn(later).choice.value).toBe('dark');
    expect(later.dataset.theme).toBe('dark');
  });

  it('reads nonsense in the storage as "system"', () => {
    localStorage.setItem('recital-theme', 'purple');
    expect(themeOn(document.createElement('div')).choice.value).toBe('system');
  });
});
