/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';
import type { Plugin } from 'vite';

const styles = fileURLToPath(new URL('../ui/src/fonts.css', import.meta.url));
const FACE =
  /font-weight: (\d+) (\d+);\s+src: url\('[^']*\/([^'/]+)\.woff2'\)[^;]*;\s+unicode-range:\s*([^;]*);/g;

/**
 * Leaves out of the fonts what `fonts.css` does not name, weights above all: they come from thin to black, which is a
 * third of their size. All features stay.
 */
export function leanFonts(): Plugin {
  return {
    name: 'lean-fonts',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const [, min, max, name, range = ''] of (await readFile(styles, 'utf8')).matchAll(FACE)) {
        const file = Object.values(bundle).find(({ fileName }) => fileName.includes(`/${name}-`));
        if (file?.type !== 'asset' || typeof file.source === 'string')
          this.error(`The font ${name} of fonts.css is in no file`);
        file.source = await subset(Buffer.from(file.source), charactersIn(range), {
          targetFormat: 'woff2',
          variationAxes: { wght: { min: Number(min), max: Number(max) } },
        });
      }
    },
  };
}

/** @param range - as style sheets write it: `U+0000-00FF, U+0131` */
function charactersIn(range: string): string {
  return [...range.matchAll(/U\+(\w+)(?:-(\w+))?/g)]
    .flatMap(([, first = '', last = first]) => {
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, index) => from + index);
    })
    .map((point) => String.fromCodePoint(point))
    .join('');
}
