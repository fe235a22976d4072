import { AppError, badInput } from '../errors/app-error.js';
import { oneLine } from '../input/plain-characters.js';

/** Characters. */
const longestName = 200;
/** Characters, as RFC 5321 (4.5.3.1.3) has it, without the brackets. */
const longestEmail = 254;
const longestPicture = 2_000;

/** @returns the address as it is kept. @throws BAD_USER_INPUT for what is no e-mail address. */
export function checkEmail(email: string): string {
  const address = email.trim();
  if (
    address.length > longestEmail ||
    !/^[^\s@<>(),;:"\p{Cc}]+@[^\s@<>(),;:"\p{Cc}.]+(\.[^\s@<>(),;:"\p{Cc}.]+)*$/u.test(address)
  ) {
    throw badInput('email', `"${email}" is not an e-mail address.`);
  }
  return address;
}

/** @returns the name in one line. @throws BAD_USER_INPUT for an empty one, or one that is too long. */
export function checkName(name: string): string {
  const line = oneLine(name);
  if (line === '' || line.length > longestName) {
    throw badInput('name', `A name has 1 to ${longestName} characters.`);
  }
  return line;
}

/** @throws BAD_USER_INPUT unless it is an https address. */
export function checkPicture(picture: string): string {
  if (picture.length > longestPicture || !URL.canParse(picture) || new URL(picture).protocol !== 'https:') {
    throw badInput('picture', 'picture must be an address that begins with https://.');
  }
  return picture;
}

/** The error for an e-mail address that another account has. */
export function emailTaken(): AppError {
  return new AppError('CONFLICT', 'Another account has this e-mail address.', { field: 'email' });
}
