import { setTimeout as wait } from 'node:timers/promises';
import type { Agenda } from 'agenda';

/** Milliseconds after a job's end in which Agenda removes its row. */
const settling = 50;

/**
 * Counts the jobs that run. Agenda's own `drain()` does too, but misses the end of a job that is removed when it is
 * complete (its event comes before the removal, after which nobody looks again) and waits out its whole time.
 */
export class RunningJobs {
  readonly #agenda: Agenda;
  #count = 0;

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
    agenda.on('start', () => {
      this.#count += 1;
    });
    agenda.on('complete', () => {
      this.#count -= 1;
    });
  }

  /** Resolves when no job runs any more and their rows are saved, or after `patienceMilliseconds`. */
  async ended(patienceMilliseconds: number): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#agenda.off('complete', onComplete);
        resolve();
      };
      const onComplete = (): void => {
        if (this.#count === 0) done();
      };
      const timer = setTimeout(done, patienceMilliseconds);
      this.#agenda.on('complete', onComplete);
    });
    await wait(settling);
  }
}
