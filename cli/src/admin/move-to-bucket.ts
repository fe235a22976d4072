import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { sessionPrefix } from '@crowd-recital/core/storage/keys.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { contentTypeOf } from '@crowd-recital/core/storage/content-type.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { badInputFault, CliFault, failedFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';
import { startProgress } from './progress.js';

/** What a move works with. */
interface Move {
  readonly em: EntityManager;
  readonly from: ContentStore;
  readonly to: ContentStore;
}

/**
 * Moves the recordings of this machine's folder into the bucket, one after the other. Here a recording is deleted only
 * when all of it lies there and its row says so.
 * @param limit - most recordings.
 * @throws CliFault: 2 when no bucket is configured, 1 when some failed, 3 when some have to wait because a worker is at them.
 */
export async function moveToBucket(limit: number): Promise<void> {
  await withSystem(async ({ config, em }) => {
    if (config.s3 === undefined) {
      throw badInputFault('No bucket is configured: set CONTENT_STORAGE_S3_BUCKET.');
    }
    const { S3ContentStore } = await import('@crowd-recital/core/storage/s3/s3-content-store.js');
    const move = { em, from: new LocalContentStore(config.contentFolder), to: new S3ContentStore(config.s3) };
    const sessionIds = (await sessionsIn(move.from)).slice(0, limit);
    const progress = startProgress('Recordings', sessionIds.length);
    const counts = { moved: 0, busy: 0, unknown: 0, failed: 0 };
    try {
      for (const sessionId of sessionIds) {
        let failure = '';
        const outcome = await moveSession(move, sessionId).catch((error: unknown) => {
          failure = error instanceof Error ? error.message : String(error);
          return 'failed' as const;
        });
        counts[outcome] += 1;
        const remarks = { moved: undefined, busy: undefined, unknown: 'no row names it', failed: failure };
        const remark = remarks[outcome];
        progress.step(remark === undefined ? undefined : `${sessionId} stays here: ${remark}.`);
      }
    } finally {
      progress.stop();
    }
    console.log(`Moved: ${counts.moved}. A worker is at: ${counts.busy}. Failed: ${counts.failed}.`);
    if (counts.failed > 0) throw failedFault('Some failed. What is not moved stays playable from here.');
    if (counts.busy > 0) throw new CliFault('Run it again for those that a worker is at.', 3);
  });
}

async function sessionsIn(store: ContentStore): Promise<string[]> {
  const folders = new Set<string>();
  for await (const { key } of store.list('')) folders.add(key.split('/', 1)[0] ?? '');
  return [...folders].sort();
}

async function moveSession(move: Move, sessionId: string): Promise<'moved' | 'busy' | 'unknown'> {
  const { em, from } = move;
  const before = await stateOf(em, sessionId);
  if (before === undefined) return 'unknown';
  if (before.busy) return 'busy';
  for await (const { key } of from.list(sessionPrefix(sessionId))) await copyObject(move, key);
  // A worker that began meanwhile may have written under the same epoch's names; then the next run looks again.
  const [row] = await em.execute<unknown[]>(
    `update recital_sessions set
       artifacts = case when artifacts is null then null else jsonb_set(artifacts, '{store}', '"s3"') end,
       staged = case when staged is null then null
         else jsonb_set(staged, '{artifacts,store}', '"s3"') end,
       early_main = case when early_main is null then null else jsonb_set(early_main, '{store}', '"s3"') end,
       updated_at = now()
     where id = ? and epoch = ? and (lease_until is null or lease_until <= now()) returning id`,
    [sessionId, before.epoch],
  );
  if (row === undefined) return 'busy';
  await from.deletePrefix(sessionPrefix(sessionId));
  return 'moved';
}

async function stateOf(
  em: EntityManager,
  sessionId: string,
): Promise<{ readonly epoch: number; readonly busy: boolean } | undefined> {
  const [row] = await em.execute<{ epoch: number; busy: boolean }[]>(
    `select epoch, coalesce(lease_until > now(), false) as busy from recital_sessions where id = ?`,
    [sessionId],
  );
  return row;
}

/** What is there already is newer, or the same: nothing goes to the folder once there is a bucket. */
async function copyObject({ from, to }: Move, key: string): Promise<void> {
  if ((await to.head(key)) !== undefined) return;
  const hash = createHash('sha256');
  await pipeline(await from.get(key), hash);
  await to.put(key, await from.get(key), contentTypeOf(key), { sha256: hash.digest('hex') });
}
