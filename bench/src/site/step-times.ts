import { finalisationSteps } from '@crowd-recital/jobs/finalise-session/steps.js';
import type { StepLog } from '../step-log.js';
import { median } from '../table.js';
import type { Playable } from './until-playable.js';

/** Seconds after the end of a recital, and seconds that something took. */
interface Moment {
  readonly took: number;
  readonly over: number;
}

const waiting = 'in the queue';
const heard = 'asked for and begun to play';

/** Tells from the worker's log what recordings waited for. */
export class StepTimes {
  readonly #log: StepLog;

  constructor(log: StepLog) {
    this.#log = log;
  }

  /**
   * Where the time goes between the end of recitals and the moment at which they can be heard.
   * @returns the rows of a table, its heading first.
   */
  rows(recordings: readonly Playable[]): string[][] {
    const moments = recordings.map((each) => this.#momentsOf(each));
    const untilOffered = finalisationSteps.slice(0, finalisationSteps.indexOf('commit-early-main') + 1);
    const rows = [waiting, ...untilOffered, heard].map((name) => {
      const all = moments.flatMap((each) => each.get(name) ?? []);
      const took = all.map((each) => each.took);
      const over = all.map((each) => each.over);
      return [name, ...[median(took), Math.max(...took), median(over), Math.max(...over)].map(inSeconds)];
    });
    return [
      ['on the way to playable', 'takes (median)', 'at most', 'over after (median)', 'at most'],
      ...rows,
    ];
  }

  #momentsOf({ sessionId, endedAt, heard: heardAfter }: Playable): Map<string, Moment> {
    const moments = new Map<string, Moment>();
    for (const { step, time, milliseconds } of this.#log.of(sessionId)) {
      moments.set(step, { took: milliseconds / 1000, over: (time - endedAt) / 1000 });
    }
    const claim = moments.get('claim');
    if (claim !== undefined) {
      const over = Math.max(0, claim.over - claim.took);
      moments.set(waiting, { took: over, over });
    }
    const offered = moments.get('commit-early-main');
    if (offered !== undefined) moments.set(heard, { took: heardAfter - offered.over, over: heardAfter });
    return moments;
  }
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
