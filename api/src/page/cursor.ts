import { badInput } from '@crowd-recital/core/errors/app-error.js';

/** What a cursor names: the value that the list is sorted by (null where there is none), and the id that breaks ties. */
export interface CursorPlace {
  readonly value: string | number | null;
  readonly id: string;
}

/** How a list is sorted, as far as its cursors need to know. */
export interface CursorOrder {
  /** Property of the entity that the list is sorted by. */
  readonly property: string;
  readonly kind: 'time' | 'text' | 'number';
  /** True: the property may be null; such rows come last. */
  readonly nullable: boolean;
  /** Whether a text can be the id of such an entity. */
  readonly isId: (id: string) => boolean;
}

/** Longer ones cannot be ours; reading them would be work for nothing. */
const longestCursor = 4_000;

/** Writes a cursor. Opaque to callers, and useless in a list with another order. */
export function encodeCursor(order: CursorOrder, place: { value: unknown; id: string }): string {
  const value = place.value instanceof Date ? place.value.toISOString() : place.value;
  return Buffer.from(JSON.stringify([order.property, value, place.id])).toString('base64url');
}

/**
 * Reads what `encodeCursor` wrote.
 * @param argument - `after` or `before`, told to the caller.
 * @throws BAD_USER_INPUT for anything else, also for a cursor of a list in another order.
 */
export function decodeCursor(order: CursorOrder, argument: string, cursor: string): CursorPlace {
  const parsed = cursor.length > longestCursor ? undefined : parseJson(cursor);
  if (Array.isArray(parsed) && parsed.length === 3 && parsed[0] === order.property) {
    const [, value, id] = parsed as [string, unknown, unknown];
    if (isValue(order, value) && typeof id === 'string' && order.isId(id)) return { value, id };
  }
  throw badInput(
    argument,
    `${argument} is not a cursor of this list in this order. Begin at its first page.`,
  );
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function isValue(order: CursorOrder, value: unknown): value is CursorPlace['value'] {
  if (value === null) return order.nullable;
  switch (order.kind) {
    case 'number':
      return typeof value === 'number';
    case 'text':
      return typeof value === 'string' && !value.includes('\0');
    case 'time':
      return typeof value === 'string' && isIsoTime(value);
  }
}

/** The database has no years beyond four digits to compare with. */
function isIsoTime(value: string): boolean {
  if (!/^\d{4}-/.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}
