import { finalisationSteps } from '@crowd-recital/jobs/finalise-session/steps.js';
import { median } from '../table.js';
import type { Playable } from './until-playable.js';

/** One step of a finalisation, as the worker's log tells of it. */
interface StepLine {
  readonly step: string;
  readonly sessionId: string;
  /** When it was over, milliseconds since 1970. */
  readonly time: number;
  readonly milliseconds: number;
}

/** Seconds after the end of a recital, and seconds that something took. */
interface Moment {
  readonly took: number;
  readonly over: number;
}

const waiting = 'in the queue';
const heard = 'asked for and begun to play';

/** Gathers from the worker's log what it was at, and when. */
export class StepTimes {
  readonly #lines: StepLine[] = [];

  /** Gets each line that the worker logs; the most are about something else. */
  readonly onLogLine = (line: string): void => {
    if (!line.includes('"step":')) return;
    this.#lines.push(JSON.parse(line) as StepLine);
  };

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
    for (const { step, time, milliseconds } of this.#lines.filter((line) => line.sessionId === sessionId)) {
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
