import { describe, expect, it } from 'vitest';
import { wholePages } from './ogg-pages.js';

/** A page with one packet. */
function page(content: string): Buffer {
  const header = Buffer.alloc(28);
  header.write('OggS', 'latin1');
  header[26] = 1;
  header[27] = content.length;
  return Buffer.concat([header, Buffer.from(content, 'latin1')]);
}

const whole = Buffer.concat(['header', 'one', 'two of some length', 'three'].map(page));

describe('wholePages', () => {
  it('changes nothing in a stream without holes', () => {
    expect(wholePages([whole])).toEqual(whole);
  });

  it('leaves out the pages that a hole has touched, wherever it lies in them', () => {
    const from = page('header').length + page('one').length;
    const to = from + page('two of some length').length;
    const expected = Buffer.concat([page('header'), page('one'), page('three')]);
    for (let cut = from; cut < to; cut += 1) {
      for (let next = cut + 1; next <= to; next += 1) {
        expect(wholePages([whole.subarray(0, cut), whole.subarray(next)])).toEqual(expected);
      }
    }
  });
});
