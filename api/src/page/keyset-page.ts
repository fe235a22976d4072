import type { EntityName, FilterQuery, FindOptions } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { countCeiling, type Page } from './connection.js';
import type { CursorOrder, CursorPlace } from './cursor.js';
import type { OrderDirection } from './order-direction.type.js';
import type { PageArgs } from './page.args.js';
import { pageOf, type Window } from './page-of.js';

/** A list of entities in a stable order; the id breaks ties. */
export interface KeysetList<Entity> {
  readonly entity: EntityName<Entity>;
  readonly where: FilterQuery<Entity>;
  readonly order: CursorOrder & { readonly direction: OrderDirection };
}

/**
 * Reads one page of a list by keyset: its cost does not grow with the number of pages before it, and rows that
 * come and go meanwhile neither double nor hide others. Rows without a sort value come last in either direction.
 * @throws BAD_USER_INPUT for a size or cursor that cannot be.
 */
export async function keysetPage<Entity extends { id: string }>(
  em: EntityManager,
  list: KeysetList<Entity>,
  args: PageArgs,
): Promise<Page<Entity>> {
  return pageOf(
    {
      order: list.order,
      read: (window, wanted) => readRows(em, list, window, wanted),
      countUpToCeiling: () => countListed(em, list),
    },
    args,
  );
}

/** Rows with a sort value and rows without are read apart, so that each statement follows an index. */
async function readRows<Entity extends { id: string }>(
  em: EntityManager,
  list: KeysetList<Entity>,
  window: Window,
  wanted: number,
): Promise<Entity[]> {
  const stretches = list.order.nullable ? (['valued', 'valueless'] as const) : (['all'] as const);
  const rows: Entity[] = [];
  for (const stretch of window.backward ? [...stretches].reverse() : stretches) {
    if (rows.length === wanted || liesBehind(stretch, window)) continue;
    rows.push(...(await readStretch(em, list, window, stretch, wanted - rows.length)));
  }
  return rows;
}

type Stretch = 'all' | 'valued' | 'valueless';

/** True when the whole stretch was passed before the cursor's row. */
function liesBehind(stretch: Stretch, { from, backward }: Window): boolean {
  if (from === undefined) return false;
  return backward
    ? stretch === 'valueless' && from.value !== null
    : stretch === 'valued' && from.value === null;
}

async function readStretch<Entity extends { id: string }>(
  em: EntityManager,
  { entity, where, order }: KeysetList<Entity>,
  { backward, from }: Window,
  stretch: Stretch,
  limit: number,
): Promise<Entity[]> {
  const ascending = (order.direction === 'asc') !== backward;
  const conditions: unknown[] = [where];
  if (stretch === 'valued') conditions.push({ [order.property]: { $ne: null } });
  if (stretch === 'valueless') conditions.push({ [order.property]: null });
  const sameStretch = from !== undefined && (from.value === null) === (stretch === 'valueless');
  if (sameStretch) conditions.push(beyond(order.property, from, ascending ? '$gt' : '$lt'));
  const direction = ascending ? 'asc' : 'desc';
  const orderBy =
    stretch === 'valueless' ? { id: direction } : { [order.property]: direction, id: direction };
  return em.find(entity, { $and: conditions } as FilterQuery<Entity>, {
    orderBy: orderBy as NonNullable<FindOptions<Entity>['orderBy']>,
    limit,
  });
}

/** The first condition is one that an index can follow; the second takes out what was seen. */
function beyond(property: string, { value, id }: CursorPlace, operator: '$gt' | '$lt'): object {
  if (value === null) return { id: { [operator]: id } };
  const operatorOrEqual = operator === '$gt' ? '$gte' : '$lte';
  return {
    $and: [
      { [property]: { [operatorOrEqual]: value } },
      { $or: [{ [property]: { [operator]: value } }, { id: { [operator]: id } }] },
    ],
  };
}

/** How many entries a list has; stops one behind the ceiling. */
export async function countListed<Entity extends object>(
  em: EntityManager,
  { entity, where }: Pick<KeysetList<Entity>, 'entity' | 'where'>,
): Promise<number> {
  const rows = em
    .createQueryBuilder(entity, 'listed')
    .select('id' as never)
    .where(where as never)
    .limit(countCeiling + 1);
  const knex = em.getKnex();
  const [counted] = await em.execute<{ total: number }[]>(
    knex.select(knex.raw('count(*)::int as total')).from(rows.getKnexQuery().as('listed')),
  );
  return counted?.total ?? 0;
}
