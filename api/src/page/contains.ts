import { badInput } from '@crowd-recital/core/errors/app-error.js';

/**
 * A condition that a text contains what somebody typed, without regard to case.
 * @throws BAD_USER_INPUT for the one character that the database cannot hold.
 */
export function contains(typed: string): { $ilike: string } {
  const pattern = storable('search', typed)
    .trim()
    .replace(/[\\%_]/g, '\\$&');
  return { $ilike: `%${pattern}%` };
}

/**
 * @param field - of the filter, told to the caller.
 * @returns what was typed.
 * @throws BAD_USER_INPUT for the one character that the database cannot hold.
 */
export function storable(field: string, typed: string): string {
  if (typed.includes('\0')) {
    throw badInput(`filter.${field}`, `${field} has a character that no text can hold.`);
  }
  return typed;
}
