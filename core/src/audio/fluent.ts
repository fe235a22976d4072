import ffmpeg from 'fluent-ffmpeg';
import { spawnBoxed, type BoxedProcess, type BoxLimits } from './box.js';
import type { AudioTools } from './find-audio-tools.js';
import { watchBoxedProcess } from './watch-boxed-process.js';

/** One run of ffmpeg. File names are relative to `folder`. */
export interface FfmpegRun {
  readonly folder: string;
  readonly limits: BoxLimits;
  readonly signal?: AbortSignal | undefined;
  readonly input: { readonly file: string; readonly options: readonly string[] };
  /** A filter graph that ends in the pads which the outputs map; without one they map the input's streams. */
  readonly graph?: string;
  readonly outputs: readonly { readonly file: string; readonly options: readonly string[] }[];
  /** One more output, which goes to `onData` instead of a file. */
  readonly piped?: { readonly options: readonly string[]; readonly onData: (chunk: Buffer) => void };
}

/** What fluent-ffmpeg 2.1.3 expects of the collector of a process's output. */
interface Ring {
  get(): string;
  callback(): void;
}
type OnEnd = (error: unknown, stdout: Ring, stderr: Ring) => void;
type OnProcess = (child: BoxedProcess, stdout: Ring, stderr: Ring) => void;

/** fluent-ffmpeg's one place where a process is started; its type declarations leave it out. */
interface Spawning {
  _spawnFfmpeg(args: string[], options: unknown, ...callbacks: [OnEnd] | [OnProcess, OnEnd]): void;
}

/**
 * Runs ffmpeg by fluent-ffmpeg, which composes the command line. Nothing else in the project knows that package.
 * @throws AudioToolError, or the reason of the signal.
 */
export async function runFfmpeg(tools: AudioTools, run: FfmpegRun): Promise<void> {
  const command = ffmpeg().input(`file:${run.input.file}`);
  // Two arguments or more: a single one or an array would be split at spaces.
  command.inputOptions('-nostdin', '-y', '-v', 'error', '-filter_complex_threads', '1', ...run.input.options);
  if (run.graph !== undefined) command.complexFilter(run.graph);
  for (const output of run.outputs) {
    command.output(`file:${output.file}`).outputOptions('-threads', '1', ...output.options);
  }
  if (run.piped !== undefined) command.output('pipe:1').outputOptions('-threads', '1', ...run.piped.options);
  Object.assign(command, { _spawnFfmpeg: spawningInBox(tools, run) } satisfies Spawning);
  await new Promise<void>((resolve, reject) => {
    command.once('end', () => resolve());
    command.once('error', reject);
    command.run();
  });
}

/**
 * Takes the place of fluent-ffmpeg's own way to start a process, which knows no limits, passes our environment on
 * and does not wait for the last output. It is also asked what ffmpeg can do; then there is no `OnProcess`.
 */
function spawningInBox(tools: AudioTools, run: FfmpegRun): Spawning['_spawnFfmpeg'] {
  return (args, _options, ...callbacks) => {
    const [onProcess, onEnd] = callbacks.length === 2 ? callbacks : [undefined, callbacks[0]];
    const answer: Buffer[] = [];
    const child = spawnBoxed(tools.box, tools.ffmpeg, args, { limits: run.limits, folder: run.folder });
    onProcess?.(child, ring(''), ring(''));
    watchBoxedProcess(child, {
      name: 'ffmpeg',
      limits: run.limits,
      signal: run.signal,
      onOutput: onProcess === undefined ? (chunk) => answer.push(chunk) : run.piped?.onData,
    }).then(
      (lastWords) => onEnd(null, ring(Buffer.concat(answer).toString('utf8')), ring(lastWords)),
      (error: unknown) => onEnd(error, ring(''), ring('')),
    );
  };
}

function ring(text: string): Ring {
  return { get: () => text, callback: () => undefined };
}
