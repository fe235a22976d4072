import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../input/is-uuid.js';
import type { Viewer } from '../../user/viewer.js';
import type { TextImportState } from './text-import.entity.js';

/** How far what was sent together has come: how many of it are in each state. */
export type BatchProgress = Readonly<Record<TextImportState, number>>;

/** Counts what the viewer may follow of a batch: a speaker their own, an admin all. One that is unknown has nothing. */
export async function readBatchProgress(
  em: EntityManager,
  viewer: Viewer,
  batch: string,
): Promise<BatchProgress> {
  const none = { queued: 0, running: 0, done: 0, failed: 0 };
  if (!isUuid(batch)) return none;
  const rows = await em.execute<{ state: TextImportState; imports: number }[]>(
    `select state, count(*)::int as imports from text_imports where batch = ? and (? or owner_id = ?) group by state`,
    [batch, viewer.group === 'admin', viewer.id],
  );
  return { ...none, ...Object.fromEntries(rows.map(({ state, imports }) => [state, imports])) };
}
