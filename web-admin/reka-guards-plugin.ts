import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const NO_GUARDS = fileURLToPath(new URL('src/menu/no-focus-guards.ts', import.meta.url));

/**
 * Keeps reka-ui out of the page that hosts the console: while a menu is open it puts two elements of its own into
 * <body>, which shifts what the host says about `body > :first-child`. The console's menus are not modal and answer
 * Tab themselves, so they need no guards at the edges of the page.
 */
export function rekaGuardsPlugin(): Plugin {
  return {
    name: 'reka-without-focus-guards',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/useFocusGuards.js') && importer?.includes('/reka-ui/') ? NO_GUARDS : undefined,
  };
}
