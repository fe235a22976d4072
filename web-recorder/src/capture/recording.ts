import type { EndRecord } from '../journal/journal-records';
import type { CaptureRun } from './capture-run';
import type { Level, MicrophoneInUse, Position } from './recital';
import type { RecordingClock } from './recording-clock';
import type { SliceWriter } from './slice-writer';
import type { TakeFate, TakeLedger } from './take-ledger';

/** The parts of a recording that has begun. */
export interface RecordingParts {
  clientKey: string;
  run: CaptureRun;
  clock: RecordingClock;
  takes: TakeLedger;
  writer: SliceWriter;
  /** Lets go of locks, guards and whatever else was taken for this recording. */
  release: () => void;
}

/** One MediaRecorder run, from the press that began it to its end in the journal. */
export class Recording {
  constructor(private readonly parts: RecordingParts) {}

  get clientKey(): string {
    return this.parts.clientKey;
  }

  get isPaused(): boolean {
    return this.parts.clock.isPaused;
  }

  get microphone(): MicrophoneInUse {
    return this.parts.run.microphone;
  }

  get takes(): TakeLedger {
    return this.parts.takes;
  }

  /** True once any voice is on the disk. */
  get hasVoice(): boolean {
    return this.parts.writer.hasVoice;
  }

  /** Recording time, in seconds. */
  elapsed(): number {
    return this.parts.clock.at(this.parts.run.audioTime());
  }

  level(): Level {
    return this.parts.run.level();
  }

  /** Closes the open take now and opens `next`. */
  press(next: Position, fate: TakeFate): void {
    const mark = this.parts.takes.close(this.elapsed(), next, fate);
    if (mark) this.parts.writer.addMark(mark);
  }

  pause(): void {
    const { run, clock } = this.parts;
    run.pause();
    clock.pause(run.audioTime());
  }

  resume(): void {
    const { run, clock } = this.parts;
    run.resume();
    clock.resume(run.audioTime());
  }

  flush(): void {
    this.parts.run.flush();
  }

  /** Closes the last take, ends the recorder, and settles when all of it is in the journal. */
  async finish(reason: EndRecord['reason'], lastTake: TakeFate): Promise<void> {
    const { clientKey, run, clock, takes, writer, release } = this.parts;
    clock.pause(run.audioTime());
    const durationSeconds = this.elapsed();
    const lastMark = takes.close(durationSeconds, null, lastTake);
    try {
      if (reason === 'FINISHED') await run.runOut();
      await run.stop();
      await writer.end({ clientKey, durationSeconds, reason }, lastMark);
    } finally {
      release();
    }
  }
}
