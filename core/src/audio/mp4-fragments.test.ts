import { describe, expect, it } from 'vitest';
import { wholeFragments } from './mp4-fragments.js';

function box(type: string, content: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + content.length);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, Buffer.from(content, 'latin1')]);
}

const beginning = Buffer.concat([box('ftyp', 'iso5'), box('moov', 'tracks')]);
const fragment = (name: string): Buffer =>
  Buffer.concat([box('moof', `times of ${name}`), box('mdat', `sound of ${name}`)]);
const whole = Buffer.concat([beginning, fragment('one'), fragment('two'), fragment('three')]);
const endOf = (bytes: Buffer, name: string): number =>
  bytes.indexOf(`sound of ${name}`) + `sound of ${name}`.length;

describe('wholeFragments', () => {
  it('changes nothing in a file without holes', () => {
    expect(wholeFragments([whole])).toEqual(whole);
  });

  it('leaves out the fragments that a hole has touched, wherever it lies in them', () => {
    const from = endOf(whole, 'one');
    const to = endOf(whole, 'two');
    const expected = Buffer.concat([beginning, fragment('one'), fragment('three')]);
    for (let cut = from; cut < to; cut += 1) {
      for (let next = cut + 1; next <= to; next += 1) {
        expect(wholeFragments([whole.subarray(0, cut), whole.subarray(next)])).toEqual(expected);
      }
    }
  });

  it('has nothing to keep of a run without a whole fragment', () => {
    expect(wholeFragments([beginning, Buffer.from('xxxxmoofxxxx'), fragment('three')])).toEqual(
      Buffer.concat([beginning, fragment('three')]),
    );
  });
});
