import { badInput } from '@crowd-recital/core/errors/app-error.js';

/**
 * A condition that a text contains what somebody typed, without regard to case.
 * @throws BAD_USER_INPUT for the one character that the database cannot hold.
 */
export function contains(typed: string): { $ilike: string } {
  if (typed.includes('\0')) throw badInput('filter.search', 'search has a character that no text can hold.');
  return { $ilike: `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%` };
}
