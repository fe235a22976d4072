import type { ContentStore, StoredObject } from '@crowd-recital/core/storage/content-store.js';
import { sessionPrefix, stagedPrefix } from '@crowd-recital/core/storage/keys.js';
import type { JobDependencies } from '../dependencies.js';
import { publishAgain } from '../finalise-session/publish-again.js';
import type { JobRun } from '../handler.js';
import { checkSource } from './check-source.js';
import {
  findOldFinalisations,
  findRecentDeletions,
  readOldFinalisation,
  recordSegmentsDeleted,
  type OldFinalisation,
} from './old-finalisations.js';

/** Days for which it is looked whether a recorded deletion came to its end; a run comes every day. */
const daysOfDoubt = 3;

/**
 * Deletes what finished sessions no longer need: the segments, whose bytes lie in the source, and what other epochs
 * staged. Before that the source is read back and compared, and published again where the fixed names differ.
 * A session that cannot be dealt with keeps everything and does not delay the others.
 */
export async function deleteOldSegments(
  _payload: Record<string, never>,
  { deps, signal }: JobRun,
): Promise<void> {
  const { em, log, session } = deps;
  const attempt = async (
    sessionId: string,
    act: (deps: JobDependencies, old: OldFinalisation) => Promise<void>,
  ): Promise<void> => {
    signal.throwIfAborted();
    try {
      const old = await readOldFinalisation(em(), sessionId);
      if (old !== null) await act(deps, old);
    } catch (error) {
      log.error({ err: error, sessionId }, 'old segments were not deleted; they are needed');
    }
  };
  for (const sessionId of await findRecentDeletions(em(), daysOfDoubt))
    await attempt(sessionId, deleteWhatWasLeft);
  for await (const sessionId of findOldFinalisations(em(), session.segmentRetentionDays)) {
    await attempt(sessionId, deleteSegmentsOf);
  }
}

/** Ends a deletion that was recorded, and did not come to its end because its process was killed. */
async function deleteWhatWasLeft({ store }: JobDependencies, old: OldFinalisation): Promise<void> {
  if (old.artifacts.store !== store.kind) return;
  const gone = new Set(old.segments.map(({ storageKey }) => storageKey));
  for await (const { key } of store.list(sessionPrefix(old.session.id))) {
    if (gone.has(key)) await store.delete(key);
  }
  await deleteOtherEpochs(store, old);
}

async function deleteSegmentsOf(deps: JobDependencies, old: OldFinalisation): Promise<void> {
  const { em, store, log } = deps;
  const { session, artifacts, segments } = old;
  if (artifacts.store !== store.kind) return;
  await checkSource(store, old);
  await publishAgain(deps, session.id);
  // From here on a finalisation takes these segments from the source of this epoch, if it does not find them.
  if (!(await recordSegmentsDeleted(em(), old))) return;
  for (const segment of segments) await store.delete(segment.storageKey);
  const epochs = await deleteOtherEpochs(store, old);
  log.info({ sessionId: session.id, segments: segments.length, epochs }, 'old segments deleted');
}

/** Epochs before that of the finished files; a later one may be under way. */
async function deleteOtherEpochs(
  store: ContentStore,
  { session, artifacts }: OldFinalisation,
): Promise<number> {
  const epochs = new Set<number>();
  for await (const { key } of store.list(sessionPrefix(session.id))) {
    const epoch = epochOf(session.id, key);
    if (epoch !== undefined && epoch < artifacts.epoch) epochs.add(epoch);
  }
  for (const epoch of epochs) await store.deletePrefix(stagedPrefix(session.id, epoch));
  return epochs.size;
}

function epochOf(sessionId: string, key: StoredObject['key']): number | undefined {
  const found = /^\.e(\d+)\//.exec(key.slice(sessionPrefix(sessionId).length))?.[1];
  return found === undefined ? undefined : Number(found);
}
