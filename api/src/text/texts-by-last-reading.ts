import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { lastReadings } from '@crowd-recital/core/text/last-readings.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '../page/connection.js';
import { countListed } from '../page/keyset-page.js';
import type { OrderDirection } from '../page/order-direction.type.js';
import type { PageArgs } from '../page/page.args.js';
import { pageOf, type Window } from '../page/page-of.js';

/** Which texts, and whose reading counts. */
interface ReadersTexts {
  readonly readerId: string;
  readonly where: FilterQuery<TextDocument>;
  readonly direction: OrderDirection;
}

interface Row {
  readonly id: string;
  readonly lastReadAt: Date | null;
  readonly text: TextDocument;
}

const order = { property: 'lastReadAt', kind: 'time', nullable: true, isId: isUuid } as const;

/**
 * One page of texts by when the reader last read of them; those that were never read follow, by their id. All that one
 * person has begun is looked at anew for each page; it is never much.
 * @throws BAD_USER_INPUT for a size or cursor that cannot be.
 */
export async function textsByLastReading(
  em: EntityManager,
  texts: ReadersTexts,
  args: PageArgs,
): Promise<Page<TextDocument>> {
  const page = await pageOf<Row>(
    {
      order,
      read: (window, wanted) => readRows(em, texts, window, wanted),
      countUpToCeiling: () => countListed(em, { entity: TextDocument, where: texts.where }),
    },
    args,
  );
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.text })) };
}

async function readRows(
  em: EntityManager,
  texts: ReadersTexts,
  window: Window,
  wanted: number,
): Promise<Row[]> {
  const readings = await lastReadings(em, texts.readerId);
  const parts = [
    (limit: number) => begun(em, texts, readings, window, limit),
    (limit: number) => unread(em, texts, readings, window, limit),
  ];
  const rows: Row[] = [];
  for (const part of window.backward ? parts.reverse() : parts)
    rows.push(...(await part(wanted - rows.length)));
  return rows;
}

async function begun(
  em: EntityManager,
  { where, direction }: ReadersTexts,
  readings: ReadonlyMap<string, Date>,
  { backward, from }: Window,
  limit: number,
): Promise<Row[]> {
  // Forward, a cursor among the unread ones has all of these behind it.
  if (limit === 0 || (!backward && from?.value === null)) return [];
  const texts = await em.find(TextDocument, { $and: [where, { id: { $in: [...readings.keys()] } }] });
  const sign = (direction === 'asc') === backward ? -1 : 1;
  const place =
    from && typeof from.value === 'string' ? { id: from.id, lastReadAt: new Date(from.value) } : null;
  return texts
    .map((text) => ({ id: text.id, lastReadAt: readings.get(text.id) ?? null, text }))
    .sort((one, other) => sign * compare(one, other))
    .filter((row) => place === null || sign * compare(row, place) > 0)
    .slice(0, limit);
}

function compare(one: Omit<Row, 'text'>, other: Omit<Row, 'text'>): number {
  const between = (one.lastReadAt?.getTime() ?? 0) - (other.lastReadAt?.getTime() ?? 0);
  return between === 0 ? (one.id < other.id ? -1 : Number(one.id > other.id)) : between;
}

async function unread(
  em: EntityManager,
  { where, direction }: ReadersTexts,
  readings: ReadonlyMap<string, Date>,
  { backward, from }: Window,
  limit: number,
): Promise<Row[]> {
  // Backward, a cursor among the begun ones has all of these behind it.
  if (limit === 0 || (backward && from !== undefined && from.value !== null)) return [];
  const ascending = (direction === 'asc') !== backward;
  const beyond = from?.value === null ? [{ id: { [ascending ? '$gt' : '$lt']: from.id } }] : [];
  const texts = await em.find(
    TextDocument,
    { $and: [where, { id: { $nin: [...readings.keys()] } }, ...beyond] },
    { orderBy: { id: ascending ? 'asc' : 'desc' }, limit },
  );
  return texts.map((text) => ({ id: text.id, lastReadAt: null, text }));
}
