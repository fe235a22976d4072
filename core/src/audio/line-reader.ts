import { StringDecoder } from 'node:string_decoder';

/** A line of ffprobe's compact form has about 60 characters; only garbage has more. */
const longestLine = 10_000;

/** Cuts a stream of bytes into lines and hands each one on as it is complete, so that nothing piles up. */
export class LineReader {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** @throws when a line is longer than any that can be meant. */
  push(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > longestLine) throw new Error('A line of output does not end.');
    lines.forEach(this.#onLine);
  }
}
