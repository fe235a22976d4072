import type { Journal } from '../journal/journal';
import { isHeld, recordingLock } from '../journal/locks';
import { listRecitals, readSnapshot } from '../journal/read';
import { describeRecital } from './describe-recital';
import type { UnsentRecital } from './unsent-recital';

/** What this user has on this device, oldest first. */
export async function describeAll(
  journal: Journal,
  locks: LockManager,
  online: boolean,
): Promise<UnsentRecital[]> {
  const recitals: UnsentRecital[] = [];
  for (const clientKey of await listRecitals(journal)) {
    const recording = await isHeld(locks, recordingLock(clientKey));
    const snapshot = await readSnapshot(journal, clientKey);
    const recital = snapshot && describeRecital(snapshot, recording, online);
    if (recital) recitals.push(recital);
  }
  return recitals;
}
