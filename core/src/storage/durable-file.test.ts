import fc from 'fast-check';
import { expect, it } from 'vitest';
import { behind } from './durable-file.js';

it('goes on exactly where a disk that took a part of it stopped', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 9 })), fc.nat(100), (arrays, bytes) => {
      const parts = arrays.map((array) => Buffer.from(array));
      expect(Buffer.concat(behind(parts, bytes))).toEqual(Buffer.concat(parts).subarray(bytes));
    }),
  );
});
