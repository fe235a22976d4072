/// <reference types="node" />
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

/** Where people arrive, and the sources of what they see there; the router knows all addresses. */
export const ARRIVALS = [
  { address: '^/login$', sources: ['account/SignInPage.vue'] },
  { address: '^/recite/', sources: ['recite/RecitePage.vue'], firstWordsSuffice: true },
  { address: '^/(texts)?$', sources: ['shell/AppShell.vue', 'texts/TextsPage.vue'] },
  { address: '^/recordings', sources: ['shell/AppShell.vue', 'recordings/RecordingsPage.vue'] },
  { address: '^/together$', sources: ['shell/AppShell.vue', 'stats/StandingPage.vue'] },
  { address: '^/help$', sources: ['shell/AppShell.vue', 'help/HelpPage.vue'] },
];

/** Fonts that every page shows in a language of the interface; figures are in the Latin file. */
const FONTS = {
  he: ['heebo-hebrew', 'heebo-latin', 'frank-ruhl-libre-hebrew'],
  yi: ['heebo-hebrew', 'heebo-latin', 'frank-ruhl-libre-hebrew'],
  en: ['heebo-latin', 'frank-ruhl-libre-hebrew'],
};

const script = fileURLToPath(new URL('src/fetch-ahead.ts', import.meta.url));

/** Puts `fetch-ahead.ts` into the page, with the names of the built files. */
export function arrivals(): Plugin {
  let folder = '';
  return {
    name: 'arrivals',
    apply: 'build',
    configResolved({ build: { outDir }, root }) {
      folder = join(root, outDir);
    },
    async writeBundle(_options, bundle) {
      const fileOf = (source: string) => {
        const chunk = chunksOf(bundle).find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(source)));
        return chunk ?? this.error(`${source} is in no file: name what people see first`);
      };
      const fontFile = (name: string) =>
        Object.keys(bundle).find((file) => file.includes(`/${name}-wght-normal-`)) ??
        this.error(`The font ${name} is in no file`);
      const words = (source: string) => `/${fileOf(source).fileName}`;
      const known = {
        pages: ARRIVALS.map(({ address, sources, firstWordsSuffice = false }) => ({
          address,
          files: filesOf(
            ['main.ts', ...sources].map((source) => fileOf(`web-recorder/src/${source}`)),
            bundle,
          ),
          firstWordsSuffice,
        })),
        words: Object.fromEntries(
          Object.keys(FONTS).map((language) => [
            language,
            {
              first: words(`/locales/first/${language}.json`),
              rest: words(`/src/i18n/locales/${language}.json`),
            },
          ]),
        ),
        fonts: Object.fromEntries(
          Object.entries(FONTS).map(([language, names]) => [
            language,
            names.map((name) => `/${fontFile(name)}`),
          ]),
        ),
      };
      const page = join(folder, 'index.html');
      const code = await builtScript(known);
      const html = await readFile(page, 'utf8');
      await writeFile(
        page,
        html.replace('</title>', () => `</title>\n    <script>${code}</script>`),
      );
    },
  };
}

const chunksOf = (bundle: Rolldown.OutputBundle) =>
  Object.values(bundle).filter((file) => file.type === 'chunk');

/** Addresses of the chunks, of all that they import, and of their style sheets. */
function filesOf(chunks: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): string[] {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (scripts.has(chunk.fileName)) return;
    scripts.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  chunks.forEach(add);
  return [...styles, ...scripts].map((file) => `/${file}`);
}

async function builtScript(known: object): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { ARRIVALS: JSON.stringify(known) },
    build: {
      write: false,
      target: 'es2022',
      minify: 'terser',
      lib: { entry: script, formats: ['iife'], name: 'ahead' },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return output?.output[0].code.trim() ?? '';
}
