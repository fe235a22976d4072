import type { EntityManager } from '@mikro-orm/postgresql';

/** SQL: recitals of somebody else belong to a revision of the text, whatever became of them. */
const recitedByOthers = `exists (
  select 1 from recital_sessions s join text_revisions r on r.id = s.text_revision_id
  where r.document_id = text_documents.id and s.user_id <> text_documents.owner_id)`;

/** SQL: any recital at all does. */
const recited = `exists (
  select 1 from recital_sessions s join text_revisions r on r.id = s.text_revision_id
  where r.document_id = text_documents.id)`;

/**
 * Takes away what a user added, or was about to, for the deletion of the account. Private texts are deleted; where only rows of the
 * user's own, deleted recitals refer to one, a shell without a word stays. Public ones, and those that others recited,
 * stay without an owner: they are what those recordings say.
 */
export async function deleteTextsOf(transaction: EntityManager, userId: string): Promise<void> {
  await transaction.execute('delete from text_imports where owner_id = ?', [userId]);
  await transaction.execute(
    `delete from text_revisions where document_id in (
       select id from text_documents where owner_id = ? and not public and not ${recited})`,
    [userId],
  );
  await transaction.execute(
    `delete from text_documents where owner_id = ? and not public and not ${recited}`,
    [userId],
  );
  await transaction.execute(
    `update text_revisions set paragraphs = '[]', sentence_count = 0, word_count = 0 where document_id in (
       select id from text_documents where owner_id = ? and not public and not ${recitedByOthers})`,
    [userId],
  );
  await transaction.execute(
    `update text_documents set title = '—', source = null, owner_id = null,
       archived_at = coalesce(archived_at, now()), updated_at = now()
     where owner_id = ? and not public and not ${recitedByOthers}`,
    [userId],
  );
  await transaction.execute(
    `update text_documents set owner_id = null, updated_at = now(),
       source = case when source_kind = 'file-upload' then null else source end
     where owner_id = ?`,
    [userId],
  );
}
