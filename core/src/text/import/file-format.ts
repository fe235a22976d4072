import { TextRefusedError } from '../text-refusal.js';

/** What files are read as, by the endings of their names. */
const byEnding = {
  txt: 'plain',
  text: 'plain',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  epub: 'epub',
  pdf: 'pdf',
} as const;
export type FileFormat = (typeof byEnding)[keyof typeof byEnding];

/** @throws TextRefusedError for every other kind of file. */
export function fileFormat(name: string): FileFormat {
  const ending = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const format = Object.entries(byEnding).find(([each]) => each === ending)?.[1];
  if (format === undefined) throw new TextRefusedError('unsupported-format', 'file');
  return format;
}

/** A file's name as a title: without its folders and ending. */
export function titleOfFile(name: string): string {
  return name.replace(/^.*[/\\]/, '').replace(/\.[a-z]+$/i, '');
}
