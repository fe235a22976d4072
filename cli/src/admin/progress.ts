import { SingleBar } from 'cli-progress';

/** Shows how far a long piece of work is: a bar on a terminal, else a line now and then. */
export interface Progress {
  /** One more is done. @param remark - a line to print besides. */
  step(remark?: string): void;
  stop(): void;
}

/** Milliseconds between two lines where there is no terminal. */
const between = 10_000;

/** @param what - what is counted, at the beginning of a line. */
export function startProgress(what: string, total: number): Progress {
  const remarks: string[] = [];
  let done = 0;
  if (total === 0) return { step: () => undefined, stop: () => undefined };
  const bar = process.stderr.isTTY
    ? new SingleBar({
        stream: process.stderr,
        format: `${what} {bar} {value} of {total}, {eta_formatted} to go`,
        barCompleteChar: '━',
        barIncompleteChar: '─',
        hideCursor: true,
        barsize: 32,
      })
    : undefined;
  bar?.start(total, 0);
  let told = Date.now();
  return {
    step(remark) {
      done += 1;
      if (remark !== undefined) remarks.push(remark);
      bar?.update(done);
      if (bar === undefined && Date.now() - told >= between) {
        told = Date.now();
        process.stderr.write(`${what}: ${done} of ${total}\n`);
      }
    },
    stop() {
      bar?.stop();
      for (const remark of remarks) process.stderr.write(`${remark}\n`);
    },
  };
}
