/** What one recital may hold; `config.session` fits. */
export interface SessionLimits {
  /** Seconds. */
  readonly maxDuration: number;
  readonly maxSegmentBytes: number;
  /** Segments of audio. */
  readonly maxSegments: number;
}

/** Readings of sentences in one recital: two hours of a sentence every second, and room. */
export const maxTextSegments = 10_000;

/** Seconds of recording time that are still believed: the longest recital and 20 % (the clock of a late stop). */
export function longestRecording(limits: SessionLimits): number {
  return limits.maxDuration * 1.2;
}
