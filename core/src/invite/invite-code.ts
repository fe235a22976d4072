import { customAlphabet } from 'nanoid';

/** Letters and digits that nobody takes for one another when a code is read out or written down. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const length = 16;

/** A code of 79 bits: nobody guesses one. */
export const newInviteCode = customAlphabet(alphabet, length);

const shape = new RegExp(`^[${alphabet}]{${length}}$`);

/** The code that somebody typed or followed, as it is stored; undefined for what cannot be one. */
export function findCode(given: string): string | undefined {
  const code = given.trim().toLowerCase();
  return shape.test(code) ? code : undefined;
}
