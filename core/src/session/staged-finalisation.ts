import type { HeardReading } from '../review/carry-reviews-over.js';
import type { FinishedArtifacts } from './finished-artifacts.js';
import type { SessionAttention } from './recital-session.entity.js';

/** Files that lie staged and verified below `<id>/.e<epoch>/`, and the content they were made of. */
export interface StagedFinalisation {
  readonly contentVersion: number;
  readonly artifacts: FinishedArtifacts;
  /** Seconds of finished audio, cuts taken out. */
  readonly durationSeconds: number;
  readonly attention: SessionAttention | null;
  /** Undefined: an earlier release staged it, and nobody can go on from there. */
  readonly heard?: readonly HeardReading[];
}
