import type { RecordingListItemFragment, ReviewOutcome } from '../gql/generated';

type Outcome = 'accepted' | 'returned' | 'rejected';

export interface RecordingState {
  /** A key of the shared locale files, `status.…`; what came of listening to it stands at `recordings.outcome.…` */
  word:
    'saving' | 'processing' | 'ready' | 'attention' | 'notKept' | 'deleting' | 'deleted' | 'empty' | Outcome;
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
  accepted: { word: 'accepted', tone: 'ok', isPending: false },
  returned: { word: 'returned', tone: 'wait', isPending: false },
  rejected: { word: 'rejected', tone: 'quiet', isPending: false },
} as const satisfies Record<string, RecordingState>;

const OUTCOMES = {
  ACCEPTED: states.accepted,
  RETURNED: states.returned,
  REJECTED: states.rejected,
} as const satisfies Record<ReviewOutcome, RecordingState>;

/** The one word that says how a recording stands. */
export function recordingState(
  recording: Pick<
    RecordingListItemFragment,
    'status' | 'kept' | 'disavowed' | 'endReason' | 'attention' | 'reviewOutcome'
  >,
): RecordingState {
  if (recording.status === 'DISCARDED') return states.deleted;
  if (recording.disavowed) return states.deleting;
  if (recording.endReason === 'EMPTY') return states.empty;
  if (recording.status === 'ACTIVE') return states.saving;
  if (recording.attention) return states.attention;
  if (!recording.kept) return states.notKept;
  if (recording.status !== 'UPLOADED') return states.processing;
  return recording.reviewOutcome ? OUTCOMES[recording.reviewOutcome] : states.ready;
}

/** Key of the words for a state. */
export function stateWords({ word }: RecordingState): string {
  const isOutcome = word === 'accepted' || word === 'returned' || word === 'rejected';
  return isOutcome ? `recordings.outcome.${word}` : `status.${word}`;
}
