/** Milliseconds are as fine as a press of a key is; more digits would only make two equal times differ. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * Recording time: the audio clock minus its value at `start()` minus the sum of pauses. The audio clock
 * (`AudioContext.currentTime`) has to be read at the very call that starts, pauses or resumes the recorder, and
 * recorder and clock have to hang on one audio graph; then recording time and the file differ by a constant 8 ms
 * (Chromium 156).
 *
 * All arguments are readings of the audio clock, all results recording time, both in seconds.
 */
export class RecordingClock {
  private startedAt = 0;
  private pausedAt: number | null = null;
  private sumOfPauses = 0;

  start(audioTime: number): void {
    this.startedAt = audioTime;
    this.pausedAt = null;
    this.sumOfPauses = 0;
  }

  pause(audioTime: number): void {
    this.pausedAt ??= audioTime;
  }

  resume(audioTime: number): void {
    if (this.pausedAt === null) return;
    this.sumOfPauses += audioTime - this.pausedAt;
    this.pausedAt = null;
  }

  get isPaused(): boolean {
    return this.pausedAt !== null;
  }

  /** Recording time at that reading; stands still during a pause. */
  at(audioTime: number): number {
    const until = this.pausedAt ?? audioTime;
    return toMilliseconds(Math.max(0, until - this.startedAt - this.sumOfPauses));
  }
}
