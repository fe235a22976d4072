import { generate } from '@graphql-codegen/cli';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import prettier from 'prettier';
import codegen from '../../codegen.js';
import { configurationPage } from './configuration-page.js';

export interface GeneratedFile {
  /** relative to the project */
  path: string;
  content: string;
}

/** Makes, from schema.graphql, the .graphql files and the environment's schema, all that is generated. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const outputs = (await generate({ ...codegen, cwd: root, silent: true }, false)) as {
    filename: string;
    content: string;
  }[];
  const page = 'docs/configuration.md';
  const format = await prettier.resolveConfig(join(root, page));
  return [
    ...outputs.map(({ filename, content }) => ({
      path: relative(root, resolve(root, filename)),
      content,
    })),
    { path: page, content: await prettier.format(configurationPage(), { ...format, parser: 'markdown' }) },
  ];
}

/** @returns the paths of those that differ from what is on disk */
export async function staleFiles(root: string, files: readonly GeneratedFile[]): Promise<string[]> {
  const stale = await Promise.all(
    files.map(async ({ path, content }) => {
      const present = await readFile(join(root, path), 'utf8').catch(() => null);
      return present === content ? [] : [path];
    }),
  );
  return stale.flat();
}

/** Writes those that differ. @returns their paths */
export async function writeStaleFiles(root: string, files: readonly GeneratedFile[]): Promise<string[]> {
  const stale = await staleFiles(root, files);
  for (const { path, content } of files) {
    if (stale.includes(path)) await writeFile(join(root, path), content);
  }
  return stale;
}
