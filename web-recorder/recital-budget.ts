import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes of JavaScript, compressed, that may be loaded up to the first recorded second; the e2e test measures them. */
const BUDGET = 100_000;

/** What is fetched by itself on the way there; what these import comes along. */
const ROOTS = [
  'src/entry.ts',
  'src/main.ts',
  'src/recite/RecitePage.vue',
  'src/capture/open-capture.ts',
] as const;
const LANGUAGES = ['he', 'yi', 'en'] as const;
const wordsOf = (language: string) => [
  `ui/src/locales/${language}.json`,
  `web-recorder/src/i18n/locales/first/${language}.json`,
];

/** Fails the build when the recital would load more JavaScript than it may, in any language. */
export function recitalBudget(): Plugin {
  return {
    name: 'recital-budget',
    apply: 'build',
    // Only here the names of late files stand in the code.
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chunkOf = (source: string) => {
        const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${source}`)));
        return chunk ?? this.error(`${source} is in no file: name what the recital loads now`);
      };
      for (const language of LANGUAGES) {
        const loaded = new Set<Rolldown.OutputChunk>();
        for (const source of [...ROOTS, ...wordsOf(language)])
          addWithImports(chunkOf(source), bundle, loaded);
        const size = [...loaded].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
        if (size > BUDGET)
          this.error(
            `In ${language} the recital loads ${size} bytes of JavaScript: ${size - BUDGET} too many`,
          );
      }
    },
  };
}

function addWithImports(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  loaded: Set<Rolldown.OutputChunk>,
): void {
  if (loaded.has(chunk)) return;
  loaded.add(chunk);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') addWithImports(imported, bundle, loaded);
  }
}
