import { describe, expect, it } from 'vitest';
import { SampleCount } from './sample-count.js';

const heading = '#software: Lavf59.27.100\n#tb 0: 1/48000\n#media_type 0: audio\n#sample_rate 0: 48000\n';

function count(...chunks: string[]): number {
  const samples = new SampleCount();
  for (const chunk of chunks) samples.push(Buffer.from(chunk));
  return samples.seconds;
}

describe('SampleCount', () => {
  it('adds up what the frames hold, wherever their lines are cut in two', () => {
    const frames =
      '0,          0,          0,    48000,    48000, 0x3d29c48b\n0,      48000,      48000,    24000,    24000, 0xdc6fc541\n';
    expect(count(heading, frames)).toBe(1.5);
    expect(count(heading + frames.slice(0, 70), frames.slice(70))).toBe(1.5);
  });

  it('takes a frame that tells more about itself', () => {
    expect(count('0,        -48,        -48,    48000,    48000, 0x3d29c48b, S=1,        8, 0x0\n')).toBe(1);
  });

  it('has counted nothing before the first frame', () => {
    expect(count(heading)).toBe(0);
  });

  it.each(['0, 0, 0, 48000, 0x3d29c48b', '1,          0,          0,    48000,    48000, 0x3d29c48b', ''])(
    'does not take another line for a frame: %j',
    (line) => {
      expect(() => count(`${line}\n`)).toThrow('counts samples in another way');
    },
  );
});
