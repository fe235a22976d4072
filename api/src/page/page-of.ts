import { badInput } from '@crowd-recital/core/errors/app-error.js';
import { isGiven } from '../graphql/is-given.js';
import type { Page } from './connection.js';
import { decodeCursor, encodeCursor, type CursorOrder, type CursorPlace } from './cursor.js';
import { largestPage, usualPage, type PageArgs } from './page.args.js';

/** Which stretch of a list is wanted. */
export interface Window {
  /** True: rows in front of `from`, the nearest first. */
  readonly backward: boolean;
  readonly size: number;
  /** Undefined: from the list's beginning, or its end. */
  readonly from: CursorPlace | undefined;
}

/** Rows in a stable order, wherever they come from. */
export interface RowSource<Row> {
  readonly order: CursorOrder;
  /** Reads the next rows of a window; fewer than wanted only where the list ends. */
  readonly read: (window: Window, wanted: number) => Promise<Row[]>;
  /** Counts the whole list; may stop behind the ceiling. */
  readonly countUpToCeiling: () => Promise<number>;
}

/**
 * Reads one page.
 * @throws BAD_USER_INPUT for a size or cursor that cannot be.
 */
export async function pageOf<Row extends { readonly id: string }>(
  { order, read, countUpToCeiling }: RowSource<Row>,
  args: PageArgs,
): Promise<Page<Row>> {
  const window = windowOf(order, args);
  // One more than asked for tells whether the list goes on.
  const found = await read(window, window.size + 1);
  const rows = found.slice(0, window.size);
  if (window.backward) rows.reverse();
  const edges = rows.map((node) => ({
    cursor: encodeCursor(order, { value: sortValue(order, node), id: node.id }),
    node,
  }));
  const goesOn = found.length > window.size;
  const cameFrom = window.from !== undefined;
  return {
    edges,
    pageInfo: {
      hasNextPage: window.backward ? cameFrom : goesOn,
      hasPreviousPage: window.backward ? goesOn : cameFrom,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    countAll: countUpToCeiling,
  };
}

function windowOf(order: CursorOrder, { first, after, last, before }: PageArgs): Window {
  if (isGiven(first) && isGiven(last)) throw badInput('last', 'first and last exclude each other.');
  if (isGiven(after) && isGiven(before)) throw badInput('before', 'after and before exclude each other.');
  if (isGiven(after) && isGiven(last)) throw badInput('last', 'last goes with before, not with after.');
  if (isGiven(before) && isGiven(first)) throw badInput('first', 'first goes with after, not with before.');
  const backward = isGiven(last) || isGiven(before);
  const argument = backward ? 'last' : 'first';
  const size = (backward ? last : first) ?? usualPage;
  if (size < 0 || size > largestPage) {
    throw badInput(argument, `${argument} must be a whole number from 0 to ${largestPage}.`);
  }
  const cursor = backward ? before : after;
  const from = isGiven(cursor) ? decodeCursor(order, backward ? 'before' : 'after', cursor) : undefined;
  return { backward, size, from };
}

function sortValue(order: CursorOrder, row: object): unknown {
  return (row as Record<string, unknown>)[order.property] ?? null;
}
