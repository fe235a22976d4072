import type { Writable } from 'node:stream';

/** Whoever reads the output may stop (`| head`): the work goes on all the same, and ends with its own exit code. */
export function outliveReader(output: Writable = process.stdout): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
