import type { Journal } from '../journal/journal';
import type { JournalSnapshot, ProgressRecord } from '../journal/journal-records';
import { changeProgress } from '../journal/progress';
import { refusalOf, type Refusal } from './answers';
import type { CallResult, GraphqlCall } from './graphql-call';
import type { Terms } from './terms';

/** What sending needs, whatever is sent. */
export interface SendingTools {
  journal: Journal;
  locks: LockManager;
  call: GraphqlCall;
  terms: Terms;
}

/** One step of one recital. */
export interface Sending {
  snapshot: JournalSnapshot;
  tools: SendingTools;
  signal: AbortSignal;
}

/** `accepted`: the server took it. `local`: only the journal changed. Otherwise what stands in the way. */
export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'local' }
  | Extract<Refusal, { kind: 'wait' }>
  | Extract<Refusal, { kind: 'stop' }>;

export type ProgressChange = (progress: ProgressRecord) => Partial<ProgressRecord>;

/** Writes into the journal what the server acknowledged; nothing counts as sent before that is on the disk. */
export async function acknowledge({ snapshot, tools }: Sending, change: ProgressChange): Promise<Outcome> {
  await changeProgress(tools.journal, snapshot.header.clientKey, change);
  return { kind: 'accepted' };
}

/**
 * Draws the consequence of an answer.
 * @param accepted what to write down when the server took it
 * @param conflict what to write down when the server holds other values and set ours aside: done, but flagged
 */
export async function conclude(
  sending: Sending,
  result: CallResult<unknown>,
  accepted: ProgressChange,
  conflict: ProgressChange | null = null,
): Promise<Outcome> {
  if (result.ok) return acknowledge(sending, accepted);
  const refusal = refusalOf(result);
  if (refusal.kind === 'conflict' && conflict) return acknowledge(sending, conflict);
  return consequenceOf(sending, refusal, result.message);
}

/** What to do about a refusal that the step itself has no answer to. */
export async function consequenceOf(
  { tools, signal }: Sending,
  refusal: Refusal,
  message: string,
): Promise<Outcome> {
  if (refusal.kind === 'wait') {
    if (refusal.problem.kind === 'signed-out') tools.terms.forget();
    return refusal;
  }
  // "Not found" is also what the server says about our recital to whoever signed in meanwhile in another tab.
  const identity = await tools.terms.learn(signal);
  if (identity.kind !== 'accepted') return identity;
  if (refusal.kind === 'stop') return refusal;
  const kind = refusal.kind === 'split' ? 'too-large' : 'refused';
  return { kind: 'stop', problem: { kind, detail: message } };
}
