import type { EntityManager } from '@mikro-orm/postgresql';
import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import type { Config } from '@crowd-recital/core/config/config.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { Failpoints } from './finalise-session/steps.js';

/** How long a claim on a session holds, and how often it is renewed while the work goes on. Seconds. */
export interface LeaseTimes {
  readonly leaseSeconds: number;
  readonly renewSeconds: number;
}

/** Everything the handlers work with; made once per process, by the worker or by the command line. */
export interface JobDependencies {
  /** A fresh EntityManager; each run takes its own. */
  readonly em: () => EntityManager;
  readonly store: ContentStore;
  readonly tools: AudioTools;
  readonly log: Logger;
  /** Absolute; one folder for each running finalisation lies in it. */
  readonly workFolder: string;
  readonly session: Config['session'];
  /** True: sessions are finalised by the command line alone; deletions go on. */
  readonly finalisationDisabled: boolean;
  readonly lease: LeaseTimes;
  /** Seconds between the two deletions of a session that was wished away. */
  readonly discardWaitSeconds: number;
  /** Only in tests: what happens at each step of a finalisation. */
  readonly failpoints?: Failpoints;
}

/** The times that hold unless a test shortens them. Lease < 3 minutes, Agenda's own lock. */
export const usualLease: LeaseTimes = { leaseSeconds: 120, renewSeconds: 30 };
