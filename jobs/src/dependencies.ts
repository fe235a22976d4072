import type { EntityManager } from '@mikro-orm/postgresql';
import type { Analytics } from '@crowd-recital/core/analytics/analytics.js';
import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import type { Config } from '@crowd-recital/core/config/config.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { Mailer } from './send-email/mailer.js';
import type { Failpoints } from '@crowd-recital/core/failpoints/failpoints.js';
import type { ReaderLimits } from './import-text/run-reader.js';
import type { DiscardStep } from './discard-session/steps.js';
import type { FinalisationStep } from './finalise-session/steps.js';
import type { PublishReviewStep } from './publish-review/steps.js';

/** What happens at the steps of the jobs. */
export type JobFailpoints = Failpoints<FinalisationStep | DiscardStep | PublishReviewStep>;

/** How long a claim on a session holds, how often it is renewed while the work goes on, and for how long. Seconds. */
export interface LeaseTimes {
  readonly leaseSeconds: number;
  readonly renewSeconds: number;
  /** After so long a step counts as hung, and its attempt as failed. */
  readonly stepSeconds: number;
  /** The same for steps that run ffmpeg, which has limits of its own. */
  readonly boxedStepSeconds: number;
}

/** Everything the handlers work with; made once per process, by the worker or by the command line. */
export interface JobDependencies {
  /** A fresh EntityManager; each run takes its own. */
  readonly em: () => EntityManager;
  readonly store: ContentStore;
  readonly tools: AudioTools;
  /** Undefined: nobody is told what people do here. */
  readonly analytics?: Analytics | undefined;
  /** Null: this installation sends no e-mail. */
  readonly mailer: Mailer | null;
  /** Address at which browsers reach the site, for links in e-mail. */
  readonly publicUrl: string;
  readonly log: Logger;
  /** Absolute; one folder for each running finalisation lies in it. */
  readonly workFolder: string;
  readonly session: Config['session'];
  readonly texts: Config['texts'];
  /** True: sessions are finalised by the command line alone; deletions go on. */
  readonly finalisationDisabled: boolean;
  readonly lease: LeaseTimes;
  /** Seconds between the two deletions of a session that was wished away. */
  readonly discardWaitSeconds: number;
  /** Only in tests: what one file may use, in place of the usual. */
  readonly readerLimits?: ReaderLimits;
  /** Only in tests: what happens at each step of a finalisation or a deletion. */
  readonly failpoints?: JobFailpoints;
}

/** The times that hold unless a test shortens them. Lease < 3 minutes, Agenda's own lock. */
export const usualLease: LeaseTimes = {
  leaseSeconds: 120,
  renewSeconds: 30,
  stepSeconds: 900,
  boxedStepSeconds: 4 * 3_600,
};
