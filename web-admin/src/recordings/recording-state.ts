import type { RecordingRowFragment } from '../gql/generated';

type StateFields = Pick<RecordingRowFragment, 'status' | 'disavowed' | 'kept' | 'endReason' | 'attention'>;

/** How a recording stands, in the words of `recordings.state.*`; what an admin should look at comes first. */
export type RecordingState =
  | 'deleting'
  | 'deleted'
  | 'attention'
  | 'recording'
  | 'empty'
  | 'abandoned'
  | 'processing'
  | 'publishing'
  | 'ready';

const TONES = {
  deleting: 'wait',
  deleted: 'quiet',
  attention: 'bad',
  recording: 'quiet',
  empty: 'quiet',
  abandoned: 'wait',
  processing: 'wait',
  publishing: 'wait',
  ready: 'ok',
} as const satisfies Record<RecordingState, 'ok' | 'wait' | 'bad' | 'quiet'>;

export function stateOf(recording: StateFields): RecordingState {
  if (recording.attention) return 'attention';
  if (recording.status === 'DISCARDED') return 'deleted';
  if (recording.disavowed) return 'deleting';
  if (recording.endReason === 'EMPTY') return 'empty';
  if (recording.endReason === 'ABANDONED' && !recording.kept) return 'abandoned';
  switch (recording.status) {
    case 'ACTIVE':
      return 'recording';
    case 'ENDED':
      return 'processing';
    case 'AGGREGATED':
      return 'publishing';
    case 'UPLOADED':
      return 'ready';
  }
}

export function toneOf(state: RecordingState): (typeof TONES)[RecordingState] {
  return TONES[state];
}

/** True while the server is still at it, so that asking again shows something new. */
export function isMoving(recording: StateFields): boolean {
  return ['recording', 'processing', 'publishing', 'deleting'].includes(stateOf(recording));
}
