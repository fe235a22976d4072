import { LineReader } from './line-reader.js';
import { PacketTimes, type PacketSummary } from './packet-times.js';

/** What the packets of a file's first audio stream say. ffmpeg's exit code says nothing: it is 0 for a file with holes. */
export interface PacketScan extends PacketSummary {
  /** ffmpeg's name of the codec, such as `opus`. */
  readonly codec: string;
  /** Hz. */
  readonly sampleRate: number;
}

/** What ffprobe is to list, and how: the packets, then the stream with their number, then the file. */
export const packetListing = [
  ...['-select_streams', 'a:0', '-of', 'compact', '-count_packets', '-show_entries'],
  'packet=pts_time,duration_time:stream=codec_name,sample_rate,nb_read_packets:format=nb_streams',
];

/** Reads such a list as it comes. */
export class PacketList {
  readonly #times = new PacketTimes();
  readonly #lines = new LineReader((line) => this.#read(line));
  #packets = 0;
  #stream = '';
  #ended = false;

  push(chunk: Buffer): void {
    this.#lines.push(chunk);
  }

  /**
   * @returns undefined when there is not one packet of audio in the file.
   * @throws Error when something of the list is missing: ffprobe does not see that a disk is full.
   */
  scan(): PacketScan | undefined {
    // It says N/A for none.
    const counted = Number(fieldOf(this.#stream, 'nb_read_packets')) || 0;
    if (!this.#ended || counted !== this.#packets) {
      throw new Error(
        `ffprobe's list of packets is not whole: it has ${this.#packets}, ffprobe counted ${counted}.`,
      );
    }
    const codec = fieldOf(this.#stream, 'codec_name');
    const summary = this.#times.summary();
    if (codec === undefined || summary === undefined) return undefined;
    return { codec, sampleRate: Number(fieldOf(this.#stream, 'sample_rate')), ...summary };
  }

  #read(line: string): void {
    if (line.startsWith('packet|')) {
      this.#packets += 1;
      this.#times.add(Number(fieldOf(line, 'pts_time')), Number(fieldOf(line, 'duration_time')));
    }
    if (line.startsWith('stream|')) this.#stream = line;
    if (line.startsWith('format|')) this.#ended = true;
  }
}

/** Of a line such as `packet|pts_time=1.000000|duration_time=0.020000`; the order of its fields is not promised. */
function fieldOf(line: string, name: string): string | undefined {
  const before = line.indexOf(`|${name}=`);
  if (before === -1) return undefined;
  const start = before + name.length + 2;
  const end = line.indexOf('|', start);
  return end === -1 ? line.slice(start) : line.slice(start, end);
}
