import type { EntityManager } from '@mikro-orm/postgresql';
import { enqueue } from '../../queue/enqueue.js';

/** Days for which the end of an import can be looked up. */
const remembered = 30;

/**
 * Leaves jobs for imports that nobody works at and nobody was told of for a minute: hints that were lost, workers that
 * died.
 * @param batch - at most so many.
 * @returns how many there were.
 */
export async function hintForgottenImports(em: EntityManager, batch: number): Promise<number> {
  const forgotten = await em.execute<{ id: string }[]>(
    `update text_imports set hinted_at = now() where id in (
       select id from text_imports
       where finished_at is null and (lease_until is null or lease_until <= now())
         and hinted_at < now() - interval '1 minute'
       order by hinted_at limit ? for update skip locked)
     returning id`,
    [batch],
  );
  for (const { id } of forgotten) await enqueue(em, 'import-text', { importId: id });
  return forgotten.length;
}

/** Deletes what is left of imports that ended long ago. Their texts stay. */
export async function forgetOldImports(em: EntityManager, batch: number): Promise<void> {
  await em.execute(
    `delete from text_imports where id in (
       select id from text_imports where finished_at < now() - make_interval(days => ?) limit ?)`,
    [remembered, batch],
  );
}
