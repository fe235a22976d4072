/// <reference types="node" />
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';
import type { Alias, Plugin } from 'vite';

const styles = fileURLToPath(new URL('../ui/src/fonts.css', import.meta.url));
const folder = fileURLToPath(new URL('../node_modules/.cache/lean-fonts', import.meta.url));
const FACE = /font-weight: (\d+) (\d+);\s+src: url\('([^']*\.woff2)'\)[^;]*;\s+unicode-range:\s*([^;]*);/g;

/**
 * Leaves out of the fonts what `fonts.css` does not name, weights above all: they come from thin to black, which is a
 * third of their size. All features stay. The style sheet is given the lean files before the build names anything: a
 * name is kept by browsers for a year, so it has to say what is in the file that they get.
 */
export function leanFonts(): Plugin {
  return {
    name: 'lean-fonts',
    apply: 'build',
    async config() {
      const sheet = await readFile(styles, 'utf8');
      const faces = [...sheet.matchAll(FACE)];
      if (faces.length !== sheet.split('@font-face').length - 1)
        throw new Error(
          'fonts.css has a font that is not written as the others are: no weights are left out of it',
        );
      await mkdir(folder, { recursive: true });
      return { resolve: { alias: await Promise.all(faces.map(leanFile)) } };
    },
  };
}

async function leanFile([, min, max, source = '', range = '']: RegExpExecArray): Promise<Alias> {
  const whole = await readFile(createRequire(styles).resolve(source));
  const lean = await subset(whole, charactersIn(range), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: Number(min), max: Number(max) } },
  });
  const file = join(folder, basename(source));
  await writeFile(file, lean);
  return { find: source, replacement: file };
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
