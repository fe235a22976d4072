import { spawnBoxed, type BoxLimits } from './box.js';
import type { AudioTools } from './find-audio-tools.js';
import { LineReader } from './line-reader.js';
import { PacketTimes, type PacketSummary } from './packet-times.js';
import { watchBoxedProcess } from './watch-boxed-process.js';

/** What the packets of a file's first audio stream say. ffmpeg's exit code says nothing: it is 0 for a file with holes. */
export interface PacketScan extends PacketSummary {
  /** ffmpeg's name of the codec, such as `opus`. */
  readonly codec: string;
  /** Hz. */
  readonly sampleRate: number;
}

/** The scan only reads: 360,000 packets (2 hours of Opus) take about a second. */
const limits: BoxLimits = { cpuSeconds: 300, memoryBytes: 2 ** 30, fileBytes: 0, wallSeconds: 600 };

/**
 * Reads the times of all packets of a file's first audio stream, without decoding.
 * @param input - a file inside a folder, and what ffprobe is told of it (`demuxerOptions`, `ownMatroska` …).
 * @returns undefined when there is not one packet of audio in it.
 * @throws AudioToolError when the file cannot be read as what it was declared to be.
 */
export async function scanPackets(
  tools: AudioTools,
  input: { readonly folder: string; readonly file: string; readonly demuxer: readonly string[] },
  signal?: AbortSignal,
): Promise<PacketScan | undefined> {
  const args = [
    ['-v', 'error'],
    input.demuxer,
    ['-select_streams', 'a:0', '-of', 'compact'],
    ['-show_entries', 'packet=pts_time,duration_time:stream=codec_name,sample_rate'],
    [`file:${input.file}`],
  ].flat();
  const times = new PacketTimes();
  const stream = new Map<string, string>();
  const lines = new LineReader((line) => {
    const { kind, fields } = parseCompact(line);
    if (kind === 'packet') times.add(Number(fields.get('pts_time')), Number(fields.get('duration_time')));
    if (kind === 'stream') fields.forEach((value, key) => stream.set(key, value));
  });
  await watchBoxedProcess(spawnBoxed(tools.box, tools.ffprobe, args, { limits, folder: input.folder }), {
    name: 'ffprobe',
    limits,
    signal,
    onOutput: (chunk) => lines.push(chunk),
  });
  const codec = stream.get('codec_name');
  const summary = times.summary();
  if (codec === undefined || summary === undefined) return undefined;
  return { codec, sampleRate: Number(stream.get('sample_rate')), ...summary };
}

/** `packet|pts_time=1.000000|duration_time=0.020000`: keys, because the order of values is not promised. */
function parseCompact(line: string): { readonly kind: string; readonly fields: Map<string, string> } {
  const [kind = '', ...pairs] = line.split('|');
  const fields = pairs.map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split('=', 2);
    return [key, value];
  });
  return { kind, fields: new Map(fields) };
}
