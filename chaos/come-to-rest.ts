import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosSystem } from './chaos-system.js';

/** Seconds that the system gets to come to rest once nothing disturbs it any more. */
const restPatience = 180;

/** Lets leases and waits pass that a living system would sit out, and waits until nothing is left to do. */
export async function comeToRest({ database, apis, workers }: ChaosSystem): Promise<void> {
  await Promise.all([...apis, ...workers].map((one) => one.ready()));
  const end = performance.now() + restPatience * 1000;
  while (performance.now() < end) {
    const [row] = await database.query<{ waiting: number }>(
      `select count(*)::int as waiting from recital_sessions
       where (not disavowed and finalised_version < content_version and attention is null)
         or (disavowed and status <> 'discarded')`,
    );
    if (row?.waiting === 0) return;
    // A lease that was not renewed for 20 s of its 120 is a dead worker's, or that of one that is very slow.
    await database.query(
      `update recital_sessions set
         lease_until = case when lease_until < now() + interval '85 seconds' then now() else lease_until end,
         next_attempt_at = least(next_attempt_at, now()),
         first_deletion_at = first_deletion_at - interval '1 hour'
       where status <> 'discarded'`,
    );
    await wait(1_000);
  }
}
