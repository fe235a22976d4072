import { useI18n } from 'vue-i18n';
import { formatDuration } from '@crowd-recital/ui/text/duration.ts';
import type { QueueStateQuery } from '../gql/generated';
import { useFormats } from '../i18n/use-formats';

type Queue = QueueStateQuery['queue'];

/** What is to be said of a queue. */
export function useQueueWords() {
  const { t } = useI18n();
  const { when } = useFormats();
  return {
    /** How long the job waits that is due the longest */
    age: ({ dueSince }: Queue, now: Date = new Date()): string =>
      dueSince ? formatDuration((now.getTime() - Date.parse(dueSince)) / 1000) : t('jobs.nothingDue'),
    sweep: ({ lastSweep }: Queue): string => {
      if (!lastSweep) return t('jobs.noSweep');
      if (lastSweep.error) return t('jobs.sweepFailed', { when: when(lastSweep.beganAt) });
      return when(lastSweep.endedAt ?? lastSweep.beganAt);
    },
  };
}
