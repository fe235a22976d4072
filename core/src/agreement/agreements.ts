import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config/config.js';
import { languages, type Language } from '../text/text-document.entity.js';

/** The terms in one language, as they are shown and signed. */
export interface AgreementText {
  readonly version: string;
  readonly language: Language;
  readonly title: string;
  readonly markdown: string;
  /** Hex, of `markdown` in UTF-8: what a signature is given to. */
  readonly sha256: string;
}

/** The terms that speakers agree to, in the languages that this site has them in. */
export interface Agreements {
  /** The same in all languages; another one than a speaker signed means that it has to be signed again. */
  readonly version: string;
  /** The text in a language, or else the one that stands in for it: English, or the first there is. */
  in(language: Language): AgreementText;
}

/**
 * Reads `he.md`, `yi.md` and `en.md` of a folder; at least one has to be there. Each begins with its version and title:
 *
 *     ---
 *     version: 2026-11
 *     title: Terms of contribution and licence
 *     ---
 *
 * @throws ConfigError when none is there, one is not written like this, or their versions differ.
 */
export function loadAgreements(folder: string): Agreements {
  const texts = languages.flatMap((language) => readText(folder, language) ?? []);
  const [first] = texts;
  if (first === undefined) {
    throw new ConfigError([`AGREEMENT_FOLDER: ${folder} has none of he.md, yi.md and en.md`]);
  }
  const other = texts.find(({ version }) => version !== first.version);
  if (other !== undefined) {
    throw new ConfigError([
      `AGREEMENT_FOLDER: ${first.language}.md is version ${first.version}, but ${other.language}.md is version ${other.version}`,
    ]);
  }
  const find = (language: Language): AgreementText | undefined =>
    texts.find((text) => text.language === language);
  return { version: first.version, in: (language) => find(language) ?? find('en') ?? first };
}

function readText(folder: string, language: Language): AgreementText | undefined {
  const file = path.join(folder, `${language}.md`);
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { version, title, markdown } = parse(file, content);
  return { version, language, title, markdown, sha256: createHash('sha256').update(markdown).digest('hex') };
}

function parse(file: string, content: string): Pick<AgreementText, 'version' | 'title' | 'markdown'> {
  const [, head = '', body = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content) ?? [];
  const version = /^version:[ \t]*(\S+)[ \t]*\r?$/m.exec(head)?.[1];
  const title = /^title:[ \t]*(\S.*?)[ \t]*\r?$/m.exec(head)?.[1];
  const markdown = body.trim();
  if (version === undefined || title === undefined || markdown === '') {
    throw new ConfigError([
      `AGREEMENT_FOLDER: ${file} must begin with "---", "version: …", "title: …" and "---", and then have a text`,
    ]);
  }
  return { version, title, markdown };
}
