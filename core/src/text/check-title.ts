import { badInput } from '../errors/app-error.js';
import { oneLine } from '../input/plain-characters.js';

/** Characters of a title. */
export const longestTitle = 200;

/** @returns the title in one line, which may be empty. @throws BAD_USER_INPUT when it is too long. */
export function checkTitle(title: string): string {
  const line = oneLine(title);
  if (line.length > longestTitle) {
    throw badInput('title', `A title may have ${longestTitle} characters. Shorten it.`);
  }
  return line;
}
