import type { TimeRange } from '../captions/time-range.js';
import { countedFrames } from './sample-count.js';

/** Names of the pads in which a graph ends. */
export interface GraphPads {
  /** Undefined: main is copied and does not pass the graph. */
  readonly main: string | undefined;
  readonly light: string;
  /** For an output made with `countedOutput`. */
  readonly counted: string;
}

/**
 * An ffmpeg filter graph that keeps the time of the source: holes become silence, what lies before 0 goes
 * (`async=1` fills and trims, it never stretches), so that a caption's time is a place in the audio.
 * @param kept - source-time ranges that remain, in order, the last one perhaps open; undefined: everything does.
 * @param padTo - seconds up to which silence is added at the end, before anything is cut.
 */
export function filterGraph(options: {
  readonly kept: readonly TimeRange[] | undefined;
  readonly padTo: number | undefined;
  readonly pads: GraphPads;
}): string {
  const { kept, padTo, pads } = options;
  const timed =
    '[0:a:0]aresample=async=1:first_pts=0' + (padTo === undefined ? '' : `,apad,atrim=end=${decimal(padTo)}`);
  const ends = [pads.main, pads.light, 'every'].filter((pad) => pad !== undefined);
  const sound = kept === undefined ? [timed] : [...keeping(timed, kept), concatenated(kept.length)];
  return [`${sound.join(';')},${split(ends)}`, `[every]${countedFrames}[${pads.counted}]`].join(';');
}

/**
 * Chains that lead each kept range to a pad of its own. In two stages, because every frame visits every branch of a
 * stage: a thousand ranges cost 63 visits instead of a thousand, which took half an hour for two hours of sound.
 */
function keeping(timed: string, kept: readonly TimeRange[]): string[] {
  const groupSize = Math.ceil(Math.sqrt(kept.length));
  const groups: TimeRange[][] = [];
  for (let from = 0; from < kept.length; from += groupSize) groups.push(kept.slice(from, from + groupSize));
  return [
    `${timed},${split(groups.map((_, group) => `group${group}`))}`,
    ...groups.flatMap((ranges, group) => {
      const first = group * groupSize;
      const whole = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
      return [
        `[group${group}]${trim(whole)},${split(ranges.map((_, index) => `from${first + index}`))}`,
        ...ranges.map((range, index) => {
          const name = first + index;
          return `[from${name}]${trim(range)},asetpts=PTS-STARTPTS[kept${name}]`;
        }),
      ];
    }),
  ];
}

function concatenated(count: number): string {
  const pads = Array.from({ length: count }, (_, index) => `[kept${index}]`).join('');
  return `${pads}concat=n=${count}:v=0:a=1`;
}

function split(pads: readonly string[]): string {
  return `asplit=${pads.length}${pads.map((pad) => `[${pad}]`).join('')}`;
}

/** The times stay those of the source. */
function trim({ start, end }: TimeRange): string {
  const until = end === Number.POSITIVE_INFINITY ? '' : `:end=${decimal(end)}`;
  return `atrim=start=${decimal(start)}${until}`;
}

/** Microseconds, and never in the form 1e-7, which ffmpeg reads otherwise. */
function decimal(seconds: number): string {
  return seconds.toFixed(6);
}
