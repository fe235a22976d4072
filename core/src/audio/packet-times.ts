import type { TimeRange } from '../captions/time-range.js';

/**
 * A step beyond the expected next packet that counts as a hole, in seconds. Chromium sends packets of up to
 * 60 ms, and a container that counts in milliseconds rounds; a lost second of voice shows as 1.08 s.
 */
const holeFrom = 0.12;

/** Holes that are listed; a file with more is broken as a whole. */
const mostHoles = 1_000;

/** What the times of a file's packets come to. */
export interface PacketSummary {
  readonly packets: number;
  /** Seconds; slightly below 0 where a codec needs a run-up. */
  readonly start: number;
  /** Seconds at which the last packet ends: the length of the recording. */
  readonly end: number;
  /** Where the times jump forward. */
  readonly holes: readonly TimeRange[];
  /** How often the times jump back: swapped or doubled data. */
  readonly jumpsBack: number;
}

/** Follows the times of packets as they come, without keeping them. */
export class PacketTimes {
  #packets = 0;
  #start = 0;
  #end = 0;
  #jumpsBack = 0;
  readonly #holes: TimeRange[] = [];

  /**
   * @param time - presentation time in seconds; NaN when the demuxer knows none, which damaged data has
   * @param duration - in seconds; NaN when unknown
   */
  add(time: number, duration: number): void {
    if (Number.isNaN(time)) return;
    const length = Number.isNaN(duration) ? 0 : duration;
    if (this.#packets === 0) {
      this.#start = time;
      // What is missing at the very beginning is a hole like any other.
      this.#end = Math.min(time, 0);
    }
    if (time - this.#end > holeFrom && this.#holes.length < mostHoles) {
      this.#holes.push({ start: this.#end, end: time });
    }
    if (this.#end - time > holeFrom) this.#jumpsBack += 1;
    this.#packets += 1;
    this.#end = Math.max(this.#end, time + length);
  }

  /** @returns undefined when no packet had a time. */
  summary(): PacketSummary | undefined {
    if (this.#packets === 0) return undefined;
    return {
      packets: this.#packets,
      start: this.#start,
      end: this.#end,
      holes: this.#holes,
      jumpsBack: this.#jumpsBack,
    };
  }
}
