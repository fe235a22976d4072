import type { ReviewOutcome, SentenceVerdictKind } from '../gql/generated';
import type { Shortcut } from '../keyboard/shortcuts';

type Tone = 'ok' | 'wait' | 'bad' | 'quiet';

/** What can be said of a sentence, in the order of its keys; the words stand at `review.verdict.*`. */
export const verdictChoices = [
  { verdict: 'GOOD', shortcut: 'good' },
  { verdict: 'WRONG_WORDS', shortcut: 'wrongWords' },
  { verdict: 'NOISE', shortcut: 'noise' },
  { verdict: 'CUT_OFF', shortcut: 'cutOff' },
  { verdict: 'OTHER', shortcut: 'other' },
] as const satisfies readonly { verdict: SentenceVerdictKind; shortcut: Shortcut }[];

/** What can be decided on a recording; the words stand at `review.outcome.*` and `review.decide.*`. */
export const decisionChoices = [
  { decision: 'ACCEPTED', shortcut: 'accept' },
  { decision: 'RETURNED', shortcut: 'giveBack' },
  { decision: 'REJECTED', shortcut: 'reject' },
] as const satisfies readonly { decision: ReviewOutcome; shortcut: Shortcut }[];

export const toneOfVerdict = (verdict: SentenceVerdictKind): Tone => (verdict === 'GOOD' ? 'ok' : 'wait');

const OUTCOME_TONES: Readonly<Record<ReviewOutcome, Tone>> = {
  ACCEPTED: 'ok',
  RETURNED: 'wait',
  REJECTED: 'bad',
};
export const toneOfOutcome = (outcome: ReviewOutcome): Tone => OUTCOME_TONES[outcome];
