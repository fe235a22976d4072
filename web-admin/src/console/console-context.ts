import { inject, type InjectionKey } from 'vue';

/** What the pages of one mounted console share. */
export interface ConsoleContext {
  /** Forgets all that was fetched, after somebody signed in or out */
  startAfresh: () => void;
  apiUrl: URL;
  /** True: the host hands over the access token, so signing in and out is its business */
  hostSignsIn: boolean;
}

export const consoleKey: InjectionKey<ConsoleContext> = Symbol('console');

export function useConsole(): ConsoleContext {
  const context = inject(consoleKey);
  if (!context) throw new Error('useConsole() needs the console above it');
  return context;
}
