import type { EntityManager } from '@mikro-orm/postgresql';
import { changeCounted } from './count-session.js';
import { enqueue } from '../queue/enqueue.js';
import { carryReviewsOver, type HeardReading } from '../review/carry-reviews-over.js';
import type { EarlyMain } from './early-main.js';
import type { Claim } from './finalisation-claim.js';
import type { FinishedArtifacts } from './finished-artifacts.js';
import type { SessionAttention } from './recital-session.entity.js';
import type { StagedFinalisation } from './staged-finalisation.js';

/**
 * - `committed`: it is in the row.
 * - `content-changed`: something arrived since the manifest was read. Nothing was written; release the claim
 *   (no attempt is counted) and start over.
 * - `fenced`: another worker took over, or the session was wished away. Nothing was written; stop at once.
 */
export type CommitOutcome = 'committed' | 'content-changed' | 'fenced';

/** What a finalisation made. */
export interface FinalisationResult {
  readonly artifacts: FinishedArtifacts;
  /** Seconds of finished audio, cuts taken out. */
  readonly durationSeconds: number;
  /** Where each segment's bytes begin in the stored source. */
  readonly sourceOffsets: readonly { readonly sequence: number; readonly offset: number }[];
  /** What each reading sounds like; readings of which nothing is heard are left out. */
  readonly heard: readonly HeardReading[];
  /** Finished, and yet an admin should look at it. */
  readonly attention: SessionAttention | null;
}

/**
 * Main can be heard from here on, until there are finished files or newer content. Its status stays: nothing counts as
 * done, and whoever comes after this one makes the recording from its beginning.
 */
export async function commitEarlyMain(
  em: EntityManager,
  claim: Claim,
  early: EarlyMain,
): Promise<CommitOutcome> {
  return commit(em, claim, early.contentVersion, async (transaction) => {
    await transaction.execute(`update recital_sessions set early_main = ?::jsonb where id = ?`, [
      JSON.stringify(early),
      claim.sessionId,
    ]);
  });
}

/**
 * Everything is staged and verified in content storage: any worker can go on from here. A session that was
 * finished before keeps its status, artifacts, offsets and totals until `commitFinalised`: segments that were deleted
 * since are read at their offsets in the source that `artifacts` names.
 */
export async function commitAggregated(
  em: EntityManager,
  claim: Claim,
  contentVersion: number,
  result: FinalisationResult,
): Promise<CommitOutcome> {
  return commit(em, claim, contentVersion, async (transaction) => {
    const staged: StagedFinalisation = {
      contentVersion,
      artifacts: result.artifacts,
      durationSeconds: result.durationSeconds,
      attention: result.attention,
      heard: result.heard,
    };
    await transaction.execute(
      `update recital_sessions set
         status = case when status = 'ended' then 'aggregated' else status end,
         staged = ?::jsonb, updated_at = now()
       where id = ?`,
      [JSON.stringify(staged), claim.sessionId],
    );
  });
}

/**
 * Everything lies at its fixed names. The session is `uploaded`, its claim is given back, and its speaker's totals
 * change with it: counted once, and by the difference when it was counted before.
 */
export async function commitFinalised(
  em: EntityManager,
  claim: Claim,
  contentVersion: number,
  result: FinalisationResult,
): Promise<CommitOutcome> {
  return commit(em, claim, contentVersion, async (transaction) => {
    await transaction.execute(
      `update recital_sessions set
         status = 'uploaded', artifacts = ?::jsonb, staged = null, early_main = null, duration_seconds = ?,
         finalised_version = content_version, finalised_at = now(), updated_at = now(),
         lease_until = null, attempts = 0, next_attempt_at = null, last_error = null,
         attention = ?, attention_version = case when ?::text is null then null else content_version end
       where id = ?`,
      [
        JSON.stringify(result.artifacts),
        // Whole milliseconds, so that totals can be kept exactly.
        Math.round(result.durationSeconds * 1_000) / 1_000,
        result.attention,
        result.attention,
        claim.sessionId,
      ],
    );
    await writeSourceOffsets(transaction, claim.sessionId, result.sourceOffsets);
    if (await carryReviewsOver(transaction, claim.sessionId, result.heard)) {
      await enqueue(transaction, 'publish-review', { sessionId: claim.sessionId });
    }
  });
}

async function commit(
  em: EntityManager,
  claim: Claim,
  contentVersion: number,
  write: (transaction: EntityManager) => Promise<void>,
): Promise<CommitOutcome> {
  const outcome = await changeCounted(em, claim.sessionId, async (transaction): Promise<CommitOutcome> => {
    const [session] = await transaction.execute<{ held: boolean; unchanged: boolean }[]>(
      `select epoch = ? and not disavowed as held, content_version = ? as unchanged
       from recital_sessions where id = ?`,
      [claim.epoch, contentVersion, claim.sessionId],
    );
    if (session?.held !== true) return 'fenced';
    if (!session.unchanged) return 'content-changed';
    await write(transaction);
    return 'committed';
  });
  return outcome ?? 'fenced';
}

async function writeSourceOffsets(
  transaction: EntityManager,
  sessionId: string,
  offsets: FinalisationResult['sourceOffsets'],
): Promise<void> {
  await transaction.execute(
    `update audio_segments set source_offset = given."offset"
     from jsonb_to_recordset(?::jsonb) as given(sequence int, "offset" bigint)
     where session_id = ? and audio_segments.sequence = given.sequence`,
    [JSON.stringify(offsets), sessionId],
  );
}
