import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import {
  useGiveBackReviewMutation,
  useTakeNextForReviewMutation,
  type HeardRecordingFragment,
  type ReviewFilter,
} from '../gql/generated';
import { problemOf, type Problem } from '../problem/problem';

/** What a reviewer has in front of them: `looking`, a recording, nothing that waits, or what went wrong. */
export type ReviewState = 'looking' | 'listening' | 'empty' | Problem;

export interface ReviewQueue {
  state: Readonly<ShallowRef<ReviewState>>;
  recording: Readonly<ShallowRef<HeardRecordingFragment | null>>;
  next: () => Promise<void>;
  /** Goes on without a decision; the recording does not come again in this sitting */
  skip: () => Promise<void>;
  /** Shows a recording again, after a decision on it was taken back, or as it came anew */
  show: (recording: HeardRecordingFragment) => void;
}

/** Ids that one call passes over at most. */
const MOST_SKIPPED = 200;

/** Hands one recording after the other to the signed-in reviewer, and gives back what is left when the page goes. */
export function useReviewQueue(filter: () => ReviewFilter): ReviewQueue {
  const taking = useTakeNextForReviewMutation();
  const givingBack = useGiveBackReviewMutation();
  const state = shallowRef<ReviewState>('looking');
  const recording = shallowRef<HeardRecordingFragment | null>(null);
  let skipped: string[] = [];
  let asked = 0;

  async function next(): Promise<void> {
    state.value = 'looking';
    const own = ++asked;
    const { data, error } = await taking.executeMutation({ filter: filter(), skip: skipped });
    // Another filter was chosen meanwhile; what this one brought is given back when the next is taken.
    if (own !== asked) return;
    recording.value = data?.takeNextForReview.session ?? null;
    if (error) state.value = problemOf(error);
    else state.value = recording.value ? 'listening' : 'empty';
  }

  watch(
    () => JSON.stringify(filter()),
    () => {
      skipped = [];
      void next();
    },
    { immediate: true },
  );
  onScopeDispose(() => void givingBack.executeMutation({}));

  return {
    state,
    recording,
    next,
    skip() {
      if (recording.value) skipped = [...skipped, recording.value.id].slice(-MOST_SKIPPED);
      return next();
    },
    show(again) {
      recording.value = again;
      state.value = 'listening';
    },
  };
}
