import type { SkipReason } from '../gql/generated';
import { decideToDelete, decideToKeep } from '../journal/decide';
import { beginRecording, type RecordingDevices } from './begin-recording';
import type { KeepOptions, Position, RecitalProblem } from './recital';
import { RecitalFault, problemOf, storageProblemOf } from './recital-fault';
import { phaseAfter, type RecitalEvent } from './recital-phase';
import { NO_LEVEL, forgetRecital, newRecitalState, type RecitalState } from './recital-state';
import type { Recording } from './recording';
import { existing, following } from './sentence-walk';
import type { TakeFate } from './take-ledger';
import { whereToReadOn } from './where-to-read-on';

export interface RecitalBrief {
  userId: string;
  textRevisionId: string;
  textTitle: string | null;
  paragraphs: readonly string[][];
  startAt: Position;
  /** Longest recital, in seconds; asked anew at every tick */
  maxSessionSeconds(): number;
}

/** The speaker pressed stop before the recording began. */
class Cancelled extends Error {}

/** One recital after the other: what each press and each mishap does. */
export class RecitalEngine {
  readonly state: RecitalState;
  private recording: Recording | null = null;
  private startedAt: Position;
  private opening: Promise<void> | null = null;
  private ending: Promise<void> | null = null;
  private cancelled = false;
  private faultWhileOpening: RecitalProblem | null = null;
  private lastTake: TakeFate = 'counts';

  constructor(
    private readonly devices: RecordingDevices,
    private readonly brief: RecitalBrief,
  ) {
    this.startedAt = existing(brief.paragraphs, brief.startAt);
    this.state = newRecitalState(this.startedAt);
  }

  async start(): Promise<void> {
    if (!this.move('start')) return;
    this.cancelled = false;
    this.faultWhileOpening = null;
    this.lastTake = 'counts';
    this.startedAt = this.state.position;
    this.state.problem = null;
    forgetRecital(this.state);
    this.opening = this.open();
    await this.opening;
  }

  next(): void {
    if (this.state.phase !== 'recording') return;
    const next = following(this.brief.paragraphs, this.state.position);
    if (next) this.press(next, 'counts');
    else void this.stop();
  }

  redo(): void {
    if (!this.isLive) return;
    this.press(this.state.position, 'redone');
    this.resume();
  }

  skip(reason: SkipReason): void {
    if (!this.isLive) return;
    const next = following(this.brief.paragraphs, this.state.position);
    if (next) {
      this.press(next, reason);
      this.resume();
    } else {
      this.lastTake = reason;
      void this.stop();
    }
  }

  pause(): void {
    if (this.move('pause')) this.recording?.pause();
  }

  resume(): void {
    if (this.move('resume')) this.recording?.resume();
  }

  async stop(): Promise<void> {
    if (this.state.phase === 'starting') {
      this.cancelled = true;
      await this.opening;
    } else if (this.move('stop')) {
      this.ending = this.finish();
    }
    await this.ending;
  }

  /** Ends what is running because it cannot go on. */
  fault(problem: RecitalProblem): void {
    if (this.state.phase === 'starting') {
      this.faultWhileOpening ??= problem;
    } else if (this.move('fault')) {
      this.state.problem = problem;
      this.ending = this.finish();
    } else if (this.state.phase === 'stopping') {
      this.state.problem ??= problem;
    }
  }

  moveTo(position: Position): void {
    if (this.state.phase === 'idle' || this.state.phase === 'failed') {
      this.state.position = existing(this.brief.paragraphs, position);
    }
  }

  async keep(options: KeepOptions): Promise<void> {
    const last = this.recording?.takes.lastCounted;
    const goTo = last ? whereToReadOn(this.brief.paragraphs, last, options) : this.startedAt;
    await this.decide(goTo, async (clientKey) =>
      decideToKeep(await this.devices.openJournal(), clientKey, options),
    );
  }

  async discard(): Promise<void> {
    await this.decide(this.startedAt, async (clientKey) =>
      decideToDelete(await this.devices.openJournal(), clientKey),
    );
    if (this.state.phase === 'idle') forgetRecital(this.state);
  }

  /** Looks at clock and level; call it about 20 times a second while recording. */
  tick(): void {
    const { recording, state } = this;
    if (!recording || !this.isLive) return;
    state.elapsedSeconds = recording.elapsed();
    state.level = recording.level();
    const limit = this.brief.maxSessionSeconds();
    if (state.elapsedSeconds >= limit) this.fault({ kind: 'too-long', detail: `${limit} s` });
  }

  /** The screen goes away: a running recital ends, and waits for its decision. */
  async leave(): Promise<void> {
    if (this.state.phase !== 'starting')
      this.fault({ kind: 'page-hidden', detail: 'The recital screen was left' });
    await this.stop();
  }

  private move(event: RecitalEvent): boolean {
    const phase = phaseAfter(this.state.phase, event);
    if (phase) this.state.phase = phase;
    return phase !== null;
  }

  private async open(): Promise<void> {
    try {
      this.recording = await beginRecording(this.devices, {
        userId: this.brief.userId,
        textRevisionId: this.brief.textRevisionId,
        textTitle: this.brief.textTitle,
        startAt: this.startedAt,
        stillWanted: () => this.throwIfUnwanted(),
        fault: (problem) => this.fault(problem),
        written: (seconds) => {
          this.state.secondsOnDevice = seconds;
        },
      });
    } catch (error) {
      if (error instanceof Cancelled) {
        this.move('cancelled');
      } else {
        this.state.problem = problemOf(error, 'recorder-failed');
        this.move('fault');
      }
      return;
    }
    this.state.clientKey = this.recording.clientKey;
    this.state.microphone = this.recording.microphone;
    this.move('started');
  }

  /** The speaker changed their mind, or the microphone went away, while the browser still asked for permission. */
  private throwIfUnwanted(): void {
    if (this.cancelled) throw new Cancelled();
    if (this.faultWhileOpening) {
      throw new RecitalFault(this.faultWhileOpening.kind, this.faultWhileOpening.detail ?? '');
    }
  }

  private get isLive(): boolean {
    return this.state.phase === 'recording' || this.state.phase === 'paused';
  }

  private press(next: Position, fate: TakeFate): void {
    if (!this.recording) return;
    this.recording.press(next, fate);
    this.state.position = next;
    this.state.sentencesRead = this.recording.takes.sentencesRead;
  }

  private async finish(): Promise<void> {
    const { recording, state } = this;
    if (!recording) return;
    const reason = state.problem ? 'INTERRUPTED' : 'FINISHED';
    await recording.finish(reason, this.lastTake).catch((error: unknown) => {
      state.problem ??= storageProblemOf(error);
    });
    state.elapsedSeconds = recording.elapsed();
    state.sentencesRead = recording.takes.sentencesRead;
    state.level = NO_LEVEL;
    if (recording.hasVoice) {
      this.move('flushed');
    } else {
      state.problem ??= { kind: 'recorder-failed', detail: 'The recorder gave no sound' };
      this.move('nothing-recorded');
    }
  }

  private async decide(goTo: Position, write: (clientKey: string) => Promise<void>): Promise<void> {
    const { clientKey, phase } = this.state;
    if (phase !== 'stopped' || !clientKey) return;
    try {
      await write(clientKey);
    } catch (error) {
      this.state.problem = storageProblemOf(error);
      return;
    }
    if (!this.move('decided')) return;
    this.state.position = goTo;
    this.recording = null;
  }
}
