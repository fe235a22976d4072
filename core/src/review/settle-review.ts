import type { EntityManager } from '@mikro-orm/postgresql';
import { enqueue } from '../queue/enqueue.js';

/**
 * Works out what came of the decisions on a recording, in a transaction that holds its row: the decision that as many
 * reviewers share as are wanted, and more than share any other. Until there is one it waits for further reviewers.
 * @param usual - how many have to agree where nobody asked for more.
 */
export async function settleReview(
  transaction: EntityManager,
  sessionId: string,
  usual: number,
): Promise<void> {
  await transaction.execute(
    `with votes as (
       select decision, count(*) as votes, (array_agg(reason order by decided_at desc) filter (where reason is not null))[1] as reason
       from recording_reviews where session_id = ? and not stale group by decision),
     outcome as (
       select decision, reason from votes
       where votes >= (select greatest(coalesce(reviewers_wanted, ?), 1) from recital_sessions where id = ?)
         and votes > all (select o.votes from votes o where o.decision <> votes.decision))
     update recital_sessions set
       reviewed_at = case
         when review_outcome is not distinct from (select decision from outcome) then reviewed_at
         when exists (select from outcome) then now() end,
       review_outcome = (select decision from outcome), review_reason = (select reason from outcome),
       updated_at = now()
     where id = ?`,
    [sessionId, usual, sessionId, sessionId],
  );
  await tellAnew(transaction, sessionId);
}

/** What the manifest is to tell of reviews has changed: a worker publishes it anew. */
export async function tellAnew(transaction: EntityManager, sessionId: string): Promise<void> {
  await transaction.execute('update recital_sessions set review_version = review_version + 1 where id = ?', [
    sessionId,
  ]);
  await enqueue(transaction, 'publish-review', { sessionId });
}
