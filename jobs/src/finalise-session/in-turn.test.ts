import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.js';

async function all<Result>(results: AsyncIterable<Result>): Promise<Result[]> {
  const gathered: Result[] = [];
  for await (const result of results) gathered.push(result);
  return gathered;
}

describe('inTurn', () => {
  it('keeps the order, whatever is ready first, and has no more under way than it may', async () => {
    let underWay = 0;
    let most = 0;
    const slowerFirst = async (item: number): Promise<number> => {
      most = Math.max(most, ++underWay);
      for (let turns = item; turns < 10; turns += 1) await new Promise(setImmediate);
      underWay -= 1;
      return item;
    };
    const items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(await all(inTurn(items, slowerFirst, 3))).toEqual(items);
    expect(most).toBe(3);
  });

  it('fails with what failed first in order, and begins nothing more', async () => {
    const begun: number[] = [];
    const failing = (item: number): Promise<number> => {
      begun.push(item);
      return item === 0 ? Promise.resolve(item) : Promise.reject(new Error(`no ${item}`));
    };
    await expect(all(inTurn([0, 1, 2, 3, 4, 5], failing, 2))).rejects.toThrow('no 1');
    expect(begun).toEqual([0, 1, 2]);
  });
});
