import { styled } from './style.js';

const nameWidth = 10;

export interface Progress {
  /**
   * Shows a step while `work` runs and how it ended.
   * @param work gives the text to show beside the name when it is done
   */
  step(name: string, work: () => Promise<string>): Promise<void>;
}

/** One line per finished step; in a terminal also the one that is being worked on. */
export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  return {
    async step(name, work) {
      const started = Date.now();
      const label = name.padEnd(nameWidth);
      if (out.isTTY) out.write(`  ${styled('dim', `· ${label} …`)}`);
      const clear = out.isTTY ? '\r\u001b[2K' : '';
      try {
        const result = await work();
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        out.write(
          `${clear}  ${styled('green', '✓')} ${label} ${result} ${styled('dim', `(${seconds} s)`)}\n`,
        );
      } catch (error) {
        out.write(`${clear}  ${styled('red', '✗')} ${label}\n`);
        throw error;
      }
    },
  };
}
