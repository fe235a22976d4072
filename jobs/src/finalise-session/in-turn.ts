/**
 * What `work` makes of each of `items`, in their order, while so many are under way.
 * @param atOnce - so many results lie in memory at most
 * @throws what the first one that failed, in that order, threw; nothing further is begun then.
 */
export async function* inTurn<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    const begun = work(item);
    // It may fail long before its turn.
    begun.catch(() => undefined);
    underWay.push(begun);
    const first = underWay.length === atOnce ? underWay.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const begun of underWay) yield await begun;
}
