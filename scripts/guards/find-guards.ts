import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Guard, GuardRule } from './guard.js';

/** Every place in the sources of API and core that a rule finds, in the order of files and lines. */
export async function findGuards(root: string, rules: readonly GuardRule[]): Promise<Guard[]> {
  const guards: Guard[] = [];
  for (const file of await sourceFiles(root)) {
    const source = await readFile(join(root, file), 'utf8');
    for (const rule of rules) {
      if (rule.files.test(file) && rule.except?.test(file) !== true) {
        guards.push(...guardsIn(file, source, rule));
      }
    }
  }
  return guards;
}

function guardsIn(file: string, source: string, rule: GuardRule): Guard[] {
  return [...source.matchAll(rule.find)]
    .filter(({ index }) => !/^\s*(\/?\*|\/\/|import |export function )/.test(lineAt(source, index)))
    .map((match) => {
      const { index } = match;
      const opened = index + match[0].length;
      const end = match[0].endsWith('(') ? closingBracket(source, opened) : opened;
      const inner = source.slice(opened, end - 1);
      return {
        file,
        line: source.slice(0, index).split('\n').length,
        text: lineAt(source, index).trim(),
        source,
        from: index,
        to: end,
        instead: rule.instead(inner),
        method: methodAround(source, index),
        tests: rule.tests,
      };
    });
}

/** @returns the place behind the bracket that closes the one before `from`. */
function closingBracket(source: string, from: number): number {
  let open = 1;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '(') open += 1;
    if (source[at] === ')') open -= 1;
    if (open === 0) return at + 1;
  }
  throw new Error('A bracket is never closed.');
}

function lineAt(source: string, index: number): string {
  const end = source.indexOf('\n', index);
  return source.slice(source.lastIndexOf('\n', index) + 1, end < 0 ? undefined : end);
}

function methodAround(source: string, index: number): string | undefined {
  const heads = [...source.slice(0, index).matchAll(/^ {2}(?:async )?(\w+)\((?!.*;$)/gm)];
  return heads.at(-1)?.[1];
}

async function sourceFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const folder of ['api/src', 'core/src']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    files.push(
      ...entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    );
  }
  return files.sort();
}
