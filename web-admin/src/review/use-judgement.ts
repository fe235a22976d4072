import { computed, shallowReactive, shallowRef, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { inOrder } from '@crowd-recital/ui/graphql/in-order.ts';
import { useSignedIn } from '../account/signed-in';
import {
  useJudgeSentenceMutation,
  useWithdrawSentenceVerdictMutation,
  type HeardRecordingFragment,
  type SentenceVerdictKind,
} from '../gql/generated';
import { useAttempt } from '../notice/use-attempt';

export interface OwnVerdict {
  verdict: SentenceVerdictKind;
  note: string | null;
}

export interface Judgement {
  /** The reviewer's own verdicts that still hold, by the sequence of the sentence */
  mine: ReadonlyMap<number, OwnVerdict>;
  canUndo: ComputedRef<boolean>;
  /** Shown at once, and taken back when the server refuses it */
  judge: (sequence: number, verdict: OwnVerdict) => Promise<void>;
  /** @returns the sequence of the sentence whose verdict is as it was before */
  undo: () => number | undefined;
}

/** The verdicts of the signed-in person on the sentences of one recording. */
export function useJudgement(recording: () => HeardRecordingFragment): Judgement {
  const { t } = useI18n();
  const me = useSignedIn();
  const attempt = useAttempt();
  const judging = useJudgeSentenceMutation();
  const withdrawing = useWithdrawSentenceVerdictMutation();
  const mine = shallowReactive(new Map<number, OwnVerdict>());
  const steps = shallowRef<{ sequence: number; before: OwnVerdict | undefined }[]>([]);

  watch(
    () => recording().review?.verdicts,
    (verdicts = []) => {
      mine.clear();
      for (const { sequence, verdict, note, stale, reviewer } of verdicts) {
        if (reviewer.id === me.value?.id && !stale) mine.set(sequence, { verdict, note });
      }
    },
    { immediate: true },
  );

  function show(sequence: number, verdict: OwnVerdict | undefined): void {
    if (verdict) mine.set(sequence, verdict);
    else mine.delete(sequence);
  }

  async function put(sequence: number, verdict: OwnVerdict | undefined): Promise<boolean> {
    const before = mine.get(sequence);
    const { id: sessionId, review } = recording();
    show(sequence, verdict);
    const better = { CONFLICT: t('review.changedMeanwhile') };
    const done = verdict
      ? await attempt(
          inOrder(sessionId, () =>
            judging.executeMutation({ sessionId, version: review?.version ?? 0, sequence, ...verdict }),
          ),
          better,
        )
      : await attempt(
          inOrder(sessionId, () => withdrawing.executeMutation({ sessionId, sequence })),
          better,
        );
    // Unless something else was said of the sentence meanwhile.
    if (!done && mine.get(sequence) === verdict) show(sequence, before);
    return done !== null;
  }

  return {
    mine,
    canUndo: computed(() => steps.value.length > 0),
    async judge(sequence, verdict) {
      const step = { sequence, before: mine.get(sequence) };
      steps.value = [...steps.value, step];
      if (!(await put(sequence, verdict))) steps.value = steps.value.filter((other) => other !== step);
    },
    undo() {
      const last = steps.value.at(-1);
      if (!last) return undefined;
      steps.value = steps.value.slice(0, -1);
      void put(last.sequence, last.before);
      return last.sequence;
    },
  };
}
