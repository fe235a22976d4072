import { describe, expect, it } from 'vitest';
import { PacketTimes } from './packet-times.js';

function follow(...packets: [time: number, duration: number][]): ReturnType<PacketTimes['summary']> {
  const times = new PacketTimes();
  packets.forEach(([time, duration]) => times.add(time, duration));
  return times.summary();
}

describe('PacketTimes', () => {
  it('has nothing to say of no packets', () => {
    expect(follow()).toBeUndefined();
    expect(follow([NaN, NaN])).toBeUndefined();
  });

  it('follows packets that touch, are 60 ms long, or round to milliseconds', () => {
    expect(follow([-0.007, 0.02], [0.014, 0.02], [0.034, 0.06], [0.093, 0.06])).toMatchObject({
      packets: 4,
      start: -0.007,
      end: 0.153,
      holes: [],
      jumpsBack: 0,
    });
  });

  it('finds the hole that a lost second leaves', () => {
    expect(follow([0, 0.06], [1.08, 0.06])?.holes).toEqual([{ start: 0.06, end: 1.08 }]);
  });

  it('counts what is missing before the first packet as a hole', () => {
    expect(follow([3, 0.02])?.holes).toEqual([{ start: 0, end: 3 }]);
  });

  it('counts jumps back, and keeps the furthest end', () => {
    expect(follow([0, 1], [1, 1], [0.5, 1])).toMatchObject({ jumpsBack: 1, end: 2 });
  });

  it('lets a packet without a duration last until the next', () => {
    expect(follow([0, NaN], [0.0213, 0.0213])).toMatchObject({ holes: [], end: 0.0426 });
  });
});
