import { finalisationSteps } from '@crowd-recital/jobs/finalise-session/steps.js';
import type { StepLog } from '../step-log.js';
import { median } from '../table.js';
import type { Finalised, Spent } from './measure.js';

/** What recordings of one length took, by turns. */
export interface Measured {
  readonly minutes: number;
  readonly ours: Finalised[];
  readonly bare: Spent[];
}

/** Of the bare commands' time, from ten minutes on; and seconds besides for shorter ones, whose fixed costs weigh more. */
const mostRatio = 1.3;
const mostSeconds = 0.8;

/** True when the goal is held. */
export function isHeld(measured: Measured): boolean {
  return medianOf(measured.ours, 'seconds') <= most(measured);
}

/** @returns the rows of a table, its heading first. */
export function besideBare(lengths: readonly Measured[]): string[][] {
  const rows = lengths.map((measured) => {
    const [ours, bare] = [medianOf(measured.ours, 'seconds'), medianOf(measured.bare, 'seconds')];
    return [
      `${measured.minutes} min`,
      inSeconds(ours),
      inSeconds(bare),
      (ours / bare).toFixed(2),
      `${isHeld(measured) ? 'held' : 'missed'}: ${inSeconds(most(measured))}`,
    ];
  });
  return [['recording', 'finalisation', 'bare ffmpeg', 'ratio', 'goal'], ...rows];
}

/**
 * Where the time goes: each step by the clock, and the processors' time of this process and of the programs that it runs.
 * @returns the rows of a table, its heading first.
 */
export function whereItGoes(lengths: readonly Measured[], log: StepLog): string[][] {
  const column = (of: (measured: Measured) => number): string[] =>
    lengths.map((measured) => inSeconds(of(measured)));
  const steps = finalisationSteps.map((step) => [
    `\`${step}\``,
    ...column(({ ours }) =>
      median(
        ours.flatMap(({ sessionId }) =>
          log
            .of(sessionId)
            .filter((line) => line.step === step)
            .map(({ milliseconds }) => milliseconds / 1000),
        ),
      ),
    ),
  ]);
  return [
    ['where the time goes', ...lengths.map(({ minutes }) => `${minutes} min`)],
    ...steps.filter(([, ...cells]) => cells.some((cell) => cell !== inSeconds(0))),
    ['everything', ...column(({ ours }) => medianOf(ours, 'seconds'))],
    ['processor: ffmpeg and ffprobe', ...column(({ ours }) => medianOf(ours, 'programs'))],
    ['processor: the worker', ...column(({ ours }) => medianOf(ours, 'own'))],
    ['processor: the bare command', ...column(({ bare }) => medianOf(bare, 'programs'))],
  ];
}

function most({ minutes, bare }: Measured): number {
  const least = medianOf(bare, 'seconds');
  return minutes >= 10 ? least * mostRatio : least + mostSeconds;
}

function medianOf(all: readonly Spent[], what: keyof Spent): number {
  return median(all.map((each) => each[what]));
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
