import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';
import type { Viewer } from '../user/viewer.js';
import { TextDocument } from './text-document.entity.js';
import { TextRevision } from './text-revision.entity.js';

/** The texts that a viewer may see and read aloud: a speaker's own and the public ones, an admin all. */
export function visibleTexts(viewer: Viewer): FilterQuery<TextDocument> {
  if (viewer.group === 'admin') return {};
  return { $or: [{ public: true }, { owner: viewer.id }] };
}

/** Those that belong in a list: visible, neither archived nor deleted. */
export function listedTexts(viewer: Viewer): FilterQuery<TextDocument> {
  return { $and: [visibleTexts(viewer), { archivedAt: null, deletedAt: null }] };
}

/** @throws NOT_FOUND when there is no such text (any more), or the viewer may not see it: these cannot be told apart. */
export async function findVisibleText(
  em: EntityManager,
  viewer: Viewer,
  textId: string,
): Promise<TextDocument> {
  if (!isUuid(textId)) throw notFound('text');
  const text = await em.findOne(TextDocument, {
    $and: [{ id: textId, deletedAt: null }, visibleTexts(viewer)],
  });
  if (text === null) throw notFound('text');
  return text;
}

/**
 * The revision without its paragraphs (they are lazy). Archived and deleted texts are found too: whoever opened
 * one before, perhaps offline, goes on reading.
 * @throws NOT_FOUND as `findVisibleText`.
 */
export async function findVisibleRevision(
  em: EntityManager,
  viewer: Viewer,
  revisionId: string,
): Promise<TextRevision> {
  if (!isUuid(revisionId)) throw notFound('text');
  const revision = await em.findOne(TextRevision, { id: revisionId, document: visibleTexts(viewer) });
  if (revision === null) throw notFound('text');
  return revision;
}

/** The revision of a text that is read now. */
export async function currentRevision(em: EntityManager, text: TextDocument): Promise<TextRevision> {
  return em.findOneOrFail(TextRevision, { document: text.id, number: text.currentRevision });
}
