import { LocksInMemory } from '../../journal/testing/locks-in-memory';
import { openJournal } from '../../journal/journal';
import type { RecordingDevices } from '../begin-recording';
import type { CaptureEvents, CaptureRun } from '../capture-run';
import { RecitalFault } from '../recital-fault';
import type { GuardedRecording } from '../recording-guards';
import type { RecitalProblemKind } from '../recital';

/** A microphone and an audio clock in the hands of a test. */
export class CaptureInMemory {
  /** Reading of the audio clock, in seconds */
  audioTime = 100;
  readonly actions: string[] = [];
  /** Set to refuse the microphone */
  refusal: RecitalProblemKind | null = null;
  /** Set to make the opening wait, as for the speaker's permission */
  permission: Promise<void> = Promise.resolve();
  /** What the recorder hands over when it ends */
  lastBlob = new Blob(['end']);
  guarded: GuardedRecording | null = null;
  freeBytes = 1_000_000_000;
  readonly locks = new LocksInMemory();
  private events: CaptureEvents | null = null;

  devices(userId: string): RecordingDevices {
    const storage = {
      persist: () => Promise.resolve(true),
      persisted: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ quota: this.freeBytes, usage: 0 }),
      getDirectory: () => Promise.reject(new Error('No directory')),
    };
    return {
      openJournal: () => openJournal(userId),
      openCapture: (events) => this.open(events),
      locks: this.locks,
      storage,
      guard: (recording) => {
        this.guarded = recording;
        return () => {
          this.guarded = null;
        };
      },
    };
  }

  /** Lets time pass, and the recorder hand over its bytes. */
  record(seconds: number, bytes = 'voice'): void {
    this.audioTime += seconds;
    this.events?.data(new Blob([bytes]));
  }

  fail(kind: RecitalProblemKind): void {
    this.events?.fault(new RecitalFault(kind, 'as the test wishes'));
  }

  private async open(events: CaptureEvents): Promise<CaptureRun> {
    this.actions.push('open');
    await this.permission;
    if (this.refusal) throw new RecitalFault(this.refusal, 'as the test wishes');
    this.events = events;
    return {
      capture: { mimeType: 'audio/webm;codecs=opus', sampleRate: 48_000 },
      microphone: { label: 'A microphone', insteadOf: null },
      audioTime: () => this.audioTime,
      level: () => ({ rms: 0.1, peak: 0.2, verdict: 'good' }),
      start: () => void this.actions.push('start'),
      pause: () => void this.actions.push('pause'),
      resume: () => void this.actions.push('resume'),
      flush: () => void this.actions.push('flush'),
      runOut: () => {
        this.actions.push('run-out');
        return Promise.resolve();
      },
      stop: () => {
        this.actions.push('stop');
        events.data(this.lastBlob);
        return Promise.resolve();
      },
    };
  }
}
