import { isHeld, hold, recordingLock } from '../journal/locks';
import type { ProgressRecord } from '../journal/journal-records';
import { changeProgress } from '../journal/progress';
import { readSnapshot } from '../journal/read';
import { backOffSeconds } from './back-off';
import { Latch } from './latch';
import { nextStep } from './next-step';
import type { Outcome, SendingTools } from './sending';
import { takeStep } from './take-step';
import type { UploadProblem } from './unsent-recital';

/**
 * Sends one recital, from whatever point its journal is at, until nothing of it is left on this device. It keeps
 * nothing in memory that matters: a reload in mid-step is the normal way to go on.
 */
export class RecitalSender {
  /** The journal changed */
  private readonly news = new Latch();
  /** The speaker decided, the network is back, or somebody asked to try again */
  private readonly urge = new Latch();
  private failures = 0;
  private acceptedAt: number | null = null;

  constructor(
    private readonly clientKey: string,
    private readonly tools: SendingTools,
  ) {}

  /** Ends every waiting at once. */
  tryNow(): void {
    this.urge.raise();
    this.news.raise();
  }

  /** Settles when the recital has left this device, or when `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const stopListening = this.tools.journal.changes.listen(({ clientKey, part }) => {
      if (clientKey !== this.clientKey) return;
      this.news.raise();
      if (part === 'decision' || part === 'retry') this.urge.raise();
    });
    try {
      while (!signal.aborted && (await this.goOn(signal).catch(() => this.restAfterTrouble(signal))));
    } finally {
      stopListening();
    }
  }

  /** One step; false when the recital is not here any more. */
  private async goOn(signal: AbortSignal): Promise<boolean> {
    this.news.clear();
    this.urge.clear();
    // Asked before the journal is read: a recorder writes its end before it lets go of the lock.
    const recording = await isHeld(this.tools.locks, recordingLock(this.clientKey));
    const snapshot = await readSnapshot(this.tools.journal, this.clientKey);
    if (!snapshot) return false;
    const step = nextStep(snapshot, {
      recording,
      termsKnown: this.tools.terms.known,
      unitSeconds: this.tools.terms.limits.seconds,
      secondsSinceAccepted: this.acceptedAt === null ? Infinity : (Date.now() - this.acceptedAt) / 1000,
    });
    if (step.kind === 'wait') {
      await this.waitForNews(step.seconds, recording, signal);
      return true;
    }
    const outcome = await takeStep(step, { snapshot, tools: this.tools, signal });
    if (!signal.aborted) await this.follow(outcome, snapshot.progress, signal);
    return true;
  }

  private async follow(outcome: Outcome, before: ProgressRecord, signal: AbortSignal): Promise<void> {
    if (outcome.kind === 'local') return;
    if (outcome.kind === 'accepted') {
      this.failures = 0;
      this.acceptedAt = Date.now();
      await this.tell(before, false, null);
    } else if (outcome.kind === 'stop') {
      await this.tell(before, true, outcome.problem);
      await this.urge.wait(Infinity, signal);
    } else {
      this.failures += 1;
      await this.tell(before, false, outcome.problem);
      const seconds = outcome.retryAfterSeconds ?? backOffSeconds(this.failures, Math.random());
      await this.urge.wait(seconds, signal);
    }
  }

  /** A recorder that dies changes nothing in the journal, but the browser frees its lock. */
  private async waitForNews(seconds: number, recording: boolean, signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const abort = () => waiting.abort();
    signal.addEventListener('abort', abort, { once: true });
    if (recording) {
      hold(this.tools.locks, recordingLock(this.clientKey), waiting.signal).then(
        (release) => {
          release();
          this.news.raise();
        },
        () => undefined,
      );
    }
    await this.news.wait(seconds, waiting.signal);
    abort();
    signal.removeEventListener('abort', abort);
  }

  /** Lets every tab know how this recital stands; written only when it differs from what was written before. */
  private async tell(before: ProgressRecord, stopped: boolean, problem: UploadProblem | null): Promise<void> {
    if (before.stopped === stopped && before.problem?.kind === problem?.kind) return;
    await changeProgress(this.tools.journal, this.clientKey, () => ({ stopped, problem }));
  }

  /** The journal itself failed (full, or taken away by the browser): trying again later loses nothing. */
  private async restAfterTrouble(signal: AbortSignal): Promise<true> {
    this.failures += 1;
    // The first step of the back-off takes no time, and a journal that is gone fails at once.
    await this.urge.wait(1 + backOffSeconds(this.failures, Math.random()), signal);
    return true;
  }
}
