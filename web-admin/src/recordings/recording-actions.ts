import type { RecordingMakingFragment, RecordingRowFragment } from '../gql/generated';

/** What an admin can do about a recording, beside deleting it; the words stand at `recordings.act.*`. */
export type RecordingAction = 'retry' | 'finaliseIncomplete' | 'confirm';

type Standing = Pick<RecordingRowFragment, 'status' | 'disavowed' | 'kept' | 'endReason' | 'attention'>;

/** Those that make sense as a recording stands, the most helpful first. */
export function actionsFor(
  { status, disavowed, kept, endReason, attention }: Standing,
  making: Pick<RecordingMakingFragment, 'lastError'> | null,
): RecordingAction[] {
  if (status === 'DISCARDED') return [];
  const failed = attention !== null || Boolean(making?.lastError);
  if (disavowed) return failed ? ['retry'] : [];
  const actions: RecordingAction[] = [];
  if (endReason === 'ABANDONED' && !kept) actions.push('confirm');
  if (failed) actions.push('retry');
  if (attention === 'MISSING_SEGMENTS' || attention === 'DURATION_MISMATCH')
    actions.push('finaliseIncomplete');
  return actions;
}
