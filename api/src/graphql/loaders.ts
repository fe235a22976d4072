import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

/** What lists need of their entries, fetched for all entries at once. Made anew for each request. */
export interface Loaders {
  /** The revision of a text that is read now. */
  readonly currentRevision: DataLoader<TextDocument, TextRevision>;
  /** The words of a revision. */
  readonly paragraphs: DataLoader<TextRevision, string[][]>;
  /** How many readings of a session are not discarded. */
  readonly sentenceCount: DataLoader<RecitalSession, number>;
}

/** @param em - the request's own. */
export function createLoaders(em: EntityManager): Loaders {
  return {
    currentRevision: new DataLoader((texts) => currentRevisions(em, texts)),
    paragraphs: new DataLoader((revisions) => paragraphsOf(em, revisions)),
    sentenceCount: new DataLoader((sessions) => sentenceCounts(em, sessions)),
  };
}

async function currentRevisions(
  em: EntityManager,
  texts: readonly TextDocument[],
): Promise<(TextRevision | Error)[]> {
  const revisions = await em.find(TextRevision, {
    $or: texts.map((text) => ({ document: text.id, number: text.currentRevision })),
  });
  const byDocument = new Map(revisions.map((revision) => [revision.document.id, revision]));
  return texts.map(
    (text) => byDocument.get(text.id) ?? new Error(`Text ${text.id} has no current revision.`),
  );
}

async function paragraphsOf(
  em: EntityManager,
  revisions: readonly TextRevision[],
): Promise<(string[][] | Error)[]> {
  const rows = await em.execute<{ id: string; paragraphs: string[][] }[]>(
    'select id, paragraphs from text_revisions where id in (?)',
    [revisions.map(({ id }) => id)],
  );
  const byId = new Map(rows.map(({ id, paragraphs }) => [id, paragraphs]));
  return revisions.map(({ id }) => byId.get(id) ?? new Error(`Revision ${id} vanished.`));
}

async function sentenceCounts(em: EntityManager, sessions: readonly RecitalSession[]): Promise<number[]> {
  const rows = await em.execute<{ id: string; sentences: number }[]>(
    `select session_id as id, count(*)::int as sentences from text_segments
     where session_id in (?) and not discarded group by session_id`,
    [sessions.map(({ id }) => id)],
  );
  const byId = new Map(rows.map(({ id, sentences }) => [id, sentences]));
  return sessions.map(({ id }) => byId.get(id) ?? 0);
}
