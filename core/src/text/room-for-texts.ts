import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../user/viewer.js';
import { TextRefusedError } from './text-refusal.js';

/**
 * Admins, who curate texts for everybody, have no limit.
 * @param more - sentences that are to be stored on top.
 * @param room - sentences that one speaker may store.
 * @throws TextRefusedError `no-room`.
 */
export async function checkRoom(em: EntityManager, owner: Viewer, more: number, room: number): Promise<void> {
  if (owner.group === 'admin') return;
  const [stored] = await em.execute<{ sentences: number }[]>(
    `select coalesce(sum(r.sentence_count), 0)::int as sentences
     from text_documents d join text_revisions r on r.document_id = d.id and r.number = d.current_revision
     where d.owner_id = ? and d.deleted_at is null`,
    [owner.id],
  );
  if ((stored?.sentences ?? 0) + more > room) throw new TextRefusedError('no-room');
}
