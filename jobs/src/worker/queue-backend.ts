import type { AgendaBackend, NotificationChannel } from 'agenda';
import type { JobName } from '@crowd-recital/core/queue/jobs.js';

/** What Agenda takes jobs from. */
export interface QueueBackend {
  readonly backend: AgendaBackend;
  /** By which it hears of jobs at once, where the backend has none of its own. */
  readonly notificationChannel?: NotificationChannel;
  /** Tells the workers of jobs of a kind that wait. */
  wake(name: JobName): void;
  close(): Promise<void>;
}
