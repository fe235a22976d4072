import type { OperationResult } from '@urql/vue';
import { useI18n } from 'vue-i18n';
import { problemOf, type Problem } from '../problem/problem';
import { useNotices } from './notices';

/**
 * Waits for a mutation and says so when it was refused.
 *
 * @returns what it answered; null when it was refused, and then that has been said
 */
export function useAttempt() {
  const { t } = useI18n();
  const { say } = useNotices();

  return async function attempt<Data>(
    mutation: Promise<OperationResult<Data>>,
    /** What the place knows better than the words that everybody has */
    better: Partial<Record<Problem, string>> = {},
  ): Promise<Data | null> {
    const { data, error } = await mutation;
    if (!error) return data ?? null;
    const problem = problemOf(error);
    say({ words: better[problem] ?? t(`error.${problem}`), failed: true });
    return null;
  };
}
