import type { RecordingListItemFragment } from '../gql/generated';

export interface RecordingState {
  /** A key of the shared locale files: `status.…` */
  word: 'saving' | 'processing' | 'ready' | 'attention' | 'notKept' | 'deleting' | 'deleted' | 'empty';
  tone: 'ok' | 'wait' | 'quiet';
  /** It changes by itself soon: worth asking again */
  isPending: boolean;
}

const states = {
  deleted: { word: 'deleted', tone: 'quiet', isPending: false },
  deleting: { word: 'deleting', tone: 'quiet', isPending: true },
  empty: { word: 'empty', tone: 'quiet', isPending: false },
  attention: { word: 'attention', tone: 'wait', isPending: false },
  saving: { word: 'saving', tone: 'wait', isPending: true },
  notKept: { word: 'notKept', tone: 'wait', isPending: false },
  processing: { word: 'processing', tone: 'wait', isPending: true },
  ready: { word: 'ready', tone: 'ok', isPending: false },
} as const satisfies Record<string, RecordingState>;

/** The one word that says how a recording stands. */
export function recordingState(
  recording: Pick<RecordingListItemFragment, 'status' | 'kept' | 'disavowed' | 'endReason' | 'attention'>,
): RecordingState {
  if (recording.status === 'DISCARDED') return states.deleted;
  if (recording.disavowed) return states.deleting;
  if (recording.endReason === 'EMPTY') return states.empty;
  if (recording.status === 'ACTIVE') return states.saving;
  if (recording.attention) return states.attention;
  if (!recording.kept) return states.notKept;
  return recording.status === 'UPLOADED' ? states.ready : states.processing;
}
