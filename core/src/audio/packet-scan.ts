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
  let stream = '';
  const lines = new LineReader((line) => {
    if (line.startsWith('packet|')) {
      times.add(Number(fieldOf(line, 'pts_time')), Number(fieldOf(line, 'duration_time')));
    }
    if (line.startsWith('stream|')) stream = line;
  });
  await watchBoxedProcess(spawnBoxed(tools.box, tools.ffprobe, args, { limits, folder: input.folder }), {
    name: 'ffprobe',
    limits,
    signal,
    onOutput: (chunk) => lines.push(chunk),
  });
  const codec = fieldOf(stream, 'codec_name');
  const summary = times.summary();
  if (codec === undefined || summary === undefined) return undefined;
  return { codec, sampleRate: Number(fieldOf(stream, 'sample_rate')), ...summary };
}

/** Of a line such as `packet|pts_time=1.000000|duration_time=0.020000`; the order of its fields is not promised. */
function fieldOf(line: string, name: string): string | undefined {
  const before = line.indexOf(`|${name}=`);
  if (before === -1) return undefined;
  const start = before + name.length + 2;
  const end = line.indexOf('|', start);
  return end === -1 ? line.slice(start) : line.slice(start, end);
}
