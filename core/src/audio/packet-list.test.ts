import { describe, expect, it } from 'vitest';
import { PacketList } from './packet-list.js';

const packets = [
  'packet|pts_time=0.000000|duration_time=0.020000',
  'packet|pts_time=0.020000|duration_time=0.020000',
];
const ending = ['stream|codec_name=opus|sample_rate=48000|nb_read_packets=2', 'format|nb_streams=1'];

function read(lines: readonly string[]): PacketList {
  const list = new PacketList();
  list.push(Buffer.from(lines.map((line) => `${line}\n`).join('')));
  return list;
}

describe('PacketList', () => {
  it('tells what the packets and their stream say', () => {
    expect(read([...packets, ...ending]).scan()).toEqual({
      ...{ codec: 'opus', sampleRate: 48_000 },
      ...{ packets: 2, start: 0, end: 0.04, holes: [], jumpsBack: 0 },
    });
  });

  it('has nothing to say of a file without audio, or of a stream without a packet', () => {
    expect(read(['format|nb_streams=1']).scan()).toBeUndefined();
    const empty = 'stream|codec_name=opus|sample_rate=48000|nb_read_packets=N/A';
    expect(read([empty, 'format|nb_streams=1']).scan()).toBeUndefined();
  });

  it.each([
    ['everything', []],
    ['the last line', [...packets, ...ending.slice(0, 1)]],
    ['a packet', [...packets.slice(1), ...ending]],
    ['what follows the packets', packets],
    ['the line of the stream', [...packets, ...ending.slice(1)]],
  ])('is not taken for the whole when it lacks %s', (_what, lines) => {
    expect(() => read(lines).scan()).toThrow('is not whole');
  });
});
