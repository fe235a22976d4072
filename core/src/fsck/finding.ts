/**
 * - `object-missing`: a row names an object that the store does not have.
 * - `object-differs`: length or hash is not what the row says.
 * - `object-unknown`: no row names the object, and nobody is writing it any more.
 * - `not-deleted`: something is left of a session that was discarded.
 * - `source-differs`: the finished source is not the segments in their order.
 * - `row-inconsistent`: the columns of a session contradict each other.
 * - `not-finalised`: due for a long time, and no worker came.
 * - `totals-differ`: kept totals (of a speaker, of a day, the standings) are not the sum. `npm run admin -- recount-totals` mends it.
 */
export type FindingKind =
  | 'object-missing'
  | 'object-differs'
  | 'object-unknown'
  | 'not-deleted'
  | 'source-differs'
  | 'row-inconsistent'
  | 'not-finalised'
  | 'totals-differ';

/** Something that does not match. */
export interface Finding {
  readonly kind: FindingKind;
  /** What it is about: a key of the store, or the id of a session or user. */
  readonly subject: string;
  /** A sentence for the operator. */
  readonly detail: string;
}
