import { badInput } from '../errors/app-error.js';

/** Both ends included. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * @param field - name of the argument, told to the caller.
 * @throws BAD_USER_INPUT unless `value` is a whole number within the bounds.
 */
export function checkWholeNumber(field: string, value: number, { least, most }: Bounds): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw badInput(field, `${field} must be a whole number from ${least} to ${most}.`);
  }
}

/**
 * @param field - name of the argument, told to the caller.
 * @throws BAD_USER_INPUT unless `value` is a finite number of seconds within the bounds.
 */
export function checkSeconds(field: string, value: number, { least, most }: Bounds): void {
  if (!Number.isFinite(value) || value < least || value > most) {
    throw badInput(field, `${field} must be a number of seconds from ${least} to ${most}.`);
  }
}
