import { removeParentheses } from './remove-parentheses.js';
import { tidyCharacters } from './tidy-characters.js';

/** What a program puts in front of an entry of a list. */
const bullet = /^[•▪◦‣·●○■□]\s*/u;

/** What a paragraph is like that is to be read aloud: one line, without bullets and what stands in parentheses. */
export function cleanParagraph(paragraph: string): string {
  return tidyCharacters(removeParentheses(tidyCharacters(paragraph).replace(bullet, '')));
}
