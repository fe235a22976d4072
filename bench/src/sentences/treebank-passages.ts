import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { languages, type Language } from '@crowd-recital/core/text/text-document.entity.js';

/** Text whose sentences are known. */
export interface PassagesOfLanguage {
  /** Where it is from: a treebank's file, without `.conllu`. */
  readonly name: string;
  readonly language: Language;
  /** Each with its sentences set apart by `|`. */
  readonly passages: readonly string[];
}

/** Sentences of a passage: about as many as a paragraph has. */
const mostSentences = 8;

/**
 * Reads all treebanks of a folder as Universal Dependencies hand them out: `he_htb-ud-test.conllu`, its language at
 * the beginning of its name. Only the comments with a sentence's text, a new document or a new paragraph are read.
 * @throws when there is no such file, or one is of a language that is not ours.
 */
export async function readTreebanks(folder: string): Promise<PassagesOfLanguage[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.conllu')).sort();
  if (files.length === 0) throw new Error(`There is no .conllu file in ${folder}.`);
  return Promise.all(
    files.map(async (file) => {
      const language = languages.find((each) => file.startsWith(`${each}_`));
      if (language === undefined) throw new Error(`${file} must begin with ${languages.join('_, ')}_.`);
      const passages = passagesOf(await readFile(path.join(folder, file), 'utf8'));
      return { name: path.basename(file, '.conllu'), language, passages };
    }),
  );
}

function passagesOf(conllu: string): string[] {
  const passages: string[][] = [[]];
  for (const line of conllu.split('\n')) {
    const [, sentence] = /^# text = (.*\S)/u.exec(line) ?? [];
    const isFull = passages.at(-1)?.length === mostSentences;
    if (/^# new(?:doc|par)/u.test(line) || (isFull && sentence !== undefined)) passages.push([]);
    // The sign that sets sentences apart, within one.
    if (sentence !== undefined && !sentence.includes('|')) passages.at(-1)?.push(sentence);
  }
  return passages.filter(({ length }) => length > 1).map((sentences) => sentences.join('|'));
}
