import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { outliveReader } from './outlive-reader.js';

/** What an output that breaks like this does to whoever writes to it. */
function breaks(code: string): () => void {
  const output = new PassThrough();
  outliveReader(output);
  return () => output.emit('error', Object.assign(new Error(`write ${code}`), { code }));
}

it('goes on when nobody reads any more', () => {
  expect(breaks('EPIPE')).not.toThrow();
});

it('does not go on when the output fails otherwise', () => {
  expect(breaks('ENOSPC')).toThrow('write ENOSPC');
});
