import type { EntityManager } from '@mikro-orm/postgresql';
import type { Claim, Lease } from '../session/finalisation-claim.js';
import type { ContentStoreKind } from '../session/recital-session.entity.js';
import type { FinishedArtifacts, ReviewedManifest } from '../session/finished-artifacts.js';

/**
 * SQL condition of a finished session whose manifest does not tell yet what reviewers said, and that no worker is at.
 * Where new content waits to be finished, that comes first. What lies in another store is out of reach: there the rows
 * alone have it. Takes the kind of store.
 */
const untoldCondition = `
  review_published_version < review_version and status = 'uploaded' and artifacts->>'store' = ?
  and kept and not disavowed and (finalised_version = content_version or attention is not null) and (lease_until is null or lease_until <= now())`;

/** The sessions whose manifests are to be published anew. */
export async function findReviewsToPublish(
  em: EntityManager,
  store: ContentStoreKind,
  limit: number,
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from recital_sessions where ${untoldCondition} order by reviewed_at, id limit ?`,
    [store, limit],
  );
  return rows.map(({ id }) => id);
}

/**
 * Claims a session, on the database's clock, by the same epoch and lease as a finalisation: neither begins while the
 * other is at it, and one that was overtaken finds its epoch gone. Counts no attempt.
 * @returns null when there is nothing to tell, or another worker is at it.
 */
export async function claimReviewPublication(
  em: EntityManager,
  sessionId: string,
  store: ContentStoreKind,
  { leaseSeconds }: Lease,
): Promise<Claim | null> {
  const [claim] = await em.execute<Claim[]>(
    `update recital_sessions set epoch = epoch + 1, lease_until = now() + make_interval(secs => ?)
     where id = ? and ${untoldCondition} returning id as "sessionId", epoch`,
    [leaseSeconds, sessionId, store],
  );
  return claim ?? null;
}

/** What is to be told, and of which files. */
export interface ReviewToPublish {
  readonly reviewVersion: number;
  readonly artifacts: FinishedArtifacts;
  /** As manifest.json has it, under `review`. */
  readonly review: object;
}

/**
 * Reads in one statement, so that all of it is of one moment. Ids only, no names.
 * @returns null when the claim was lost: stop at once.
 */
export async function readReview(em: EntityManager, claim: Claim): Promise<ReviewToPublish | null> {
  const [row] = await em.execute<ReviewToPublish[]>(
    `select review_version as "reviewVersion", artifacts, json_build_object(
       'outcome', review_outcome, 'reason', review_reason,
       'decisions', (select coalesce(json_agg(json_build_object(
           'reviewer', r.reviewer_id, 'decision', r.decision, 'reason', r.reason, 'stale', r.stale,
           'decidedAt', ${isoTime('r.decided_at')}) order by r.decided_at, r.id), '[]')
         from recording_reviews r where r.session_id = s.id),
       'sentences', (select coalesce(json_agg(json_build_object(
           'sequence', v.sequence, 'reviewer', v.reviewer_id, 'verdict', v.verdict, 'note', v.note,
           'stale', v.stale) order by v.sequence, v.judged_at, v.id), '[]')
         from sentence_verdicts v join recording_reviews r using (session_id, reviewer_id)
         where v.session_id = s.id)) as review
     from recital_sessions s where id = ? and epoch = ? and not disavowed`,
    [claim.sessionId, claim.epoch],
  );
  return row ?? null;
}

/** As every other time in the manifest is written. */
function isoTime(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * The manifest lies at its fixed name: the row names it, and the claim is given back.
 * @returns false when the claim was lost; nothing was written then.
 */
export async function commitReviewPublished(
  em: EntityManager,
  claim: Claim,
  reviewVersion: number,
  reviewed: ReviewedManifest,
): Promise<boolean> {
  const committed = await em.execute<unknown[]>(
    `update recital_sessions set
       artifacts = artifacts || jsonb_build_object('reviewed', ?::jsonb),
       review_published_version = ?, lease_until = null, updated_at = now()
     where id = ? and epoch = ? and not disavowed returning id`,
    [JSON.stringify(reviewed), reviewVersion, claim.sessionId, claim.epoch],
  );
  return committed.length > 0;
}

/** Gives a claim back, if it is still held. */
export async function releaseReviewPublication(em: EntityManager, claim: Claim): Promise<void> {
  await em.execute('update recital_sessions set lease_until = null where id = ? and epoch = ?', [
    claim.sessionId,
    claim.epoch,
  ]);
}
