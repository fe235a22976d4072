import type { Plugin } from 'vite';
import { ARRIVALS } from './arrivals.ts';

/** Files whose functions are nearly all called by the page at which somebody arrives. */
const AT_ARRIVAL = ['main.ts', ...ARRIVALS.flatMap(({ sources }) => sources)].map(
  (source) => `web-recorder/src/${source}`,
);

/**
 * Asks the browser to compile the functions of a file while it reads the file, beside the page's own work. One by one,
 * each at its first call, they took a quarter of what a page needs until it stands. Browsers that do not know the line
 * pass it over. https://v8.dev/blog/explicit-compile-hints
 */
export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      // It counts for what follows it, so nothing may be put before it later.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const isAtArrival = AT_ARRIVAL.some((source) => file.moduleIds.some((id) => id.endsWith(source)));
          if (isAtArrival || file.name === 'libraries')
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}
