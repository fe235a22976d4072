import type { TimeRange } from '../captions/time-range.js';

/** Names of the pads in which a graph ends. */
export interface GraphPads {
  /** Undefined: main is copied and does not pass the graph. */
  readonly main: string | undefined;
  readonly light: string;
  readonly measured: string;
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
  const ends = [pads.main, pads.light, pads.measured].filter((pad) => pad !== undefined);
  const split = `asplit=${ends.length}${ends.map((pad) => `[${pad}]`).join('')}`;
  if (kept === undefined) return `${timed},${split}`;
  return [
    `${timed},asplit=${kept.length}${kept.map((_, index) => `[from${index}]`).join('')}`,
    ...kept.map(
      (range, index) =>
        `[from${index}]atrim=start=${decimal(range.start)}${until(range.end)},asetpts=PTS-STARTPTS[kept${index}]`,
    ),
    `${kept.map((_, index) => `[kept${index}]`).join('')}concat=n=${kept.length}:v=0:a=1,${split}`,
  ].join(';');
}

function until(end: number): string {
  return end === Number.POSITIVE_INFINITY ? '' : `:end=${decimal(end)}`;
}

/** Microseconds, and never in the form 1e-7, which ffmpeg reads otherwise. */
function decimal(seconds: number): string {
  return seconds.toFixed(6);
}
