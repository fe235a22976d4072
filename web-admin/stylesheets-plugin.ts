import { posix } from 'node:path';
import type { Plugin } from 'vite';

const LIST = '/src/mount/stylesheet-list.ts';
const PLACEHOLDER = '@@console-stylesheets@@';
const IN_QUOTES = new RegExp(`(["'\`])${PLACEHOLDER}\\1`, 'g');

/**
 * Tells `mount` where its stylesheets lie. Their names hold a hash that is known only when everything is bundled, so
 * a placeholder stands for them until then; it ends up in mount.js, the one file without a hash of its own content.
 * The page's own links to them become preloads: mount links and unlinks them itself.
 */
export function stylesheetsPlugin(): Plugin {
  return {
    name: 'console-stylesheets',
    apply: 'build',
    enforce: 'post',
    transform: (_code, id) =>
      id.endsWith(LIST) ? `export const stylesheets = ${JSON.stringify(PLACEHOLDER)};` : undefined,
    generateBundle(_options, bundle) {
      const sheets = Object.keys(bundle).filter((name) => name.endsWith('.css'));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.code.includes(PLACEHOLDER)) continue;
        if (!chunk.isEntry)
          this.error(`${chunk.fileName} has a hash and may not hold the names of stylesheets`);
        const from = posix.dirname(chunk.fileName);
        const urls = sheets.map((sheet) => posix.relative(from, sheet));
        chunk.code = chunk.code.replace(IN_QUOTES, JSON.stringify(urls));
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          /<link rel="stylesheet" crossorigin href="([^"]+)">/g,
          (_link, href: string) => `<link rel="preload" as="style" href="${href}">`,
        ),
    },
  };
}
