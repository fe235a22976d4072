import { badInputFault, type CliFault } from './cli-fault.js';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'this is a folder, not a file.',
  EACCES: 'you have no right to read this file.',
  EPERM: 'you have no right to read this file.',
};

/** What to say of a file that the system refused to open. */
export function unreadableFault(file: string, error: unknown): CliFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return badInputFault(`${file}: ${sentences[code] ?? `it cannot be read (${String(error)}).`}`);
}
