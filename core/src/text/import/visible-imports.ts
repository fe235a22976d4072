import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../../errors/app-error.js';
import { isUuid } from '../../input/is-uuid.js';
import type { Viewer } from '../../user/viewer.js';
import { TextImport } from './text-import.entity.js';

/** The imports that a viewer may follow: a speaker's own, an admin all. */
export function visibleImports(viewer: Viewer): FilterQuery<TextImport> {
  return viewer.group === 'admin' ? {} : { owner: viewer.id };
}

/** @throws NOT_FOUND when there is no such import (any more), or the viewer may not see it. */
export async function findVisibleImport(
  em: EntityManager,
  viewer: Viewer,
  importId: string,
): Promise<TextImport> {
  if (!isUuid(importId)) throw notFound('import');
  const found = await em.findOne(TextImport, { $and: [{ id: importId }, visibleImports(viewer)] });
  if (found === null) throw notFound('import');
  return found;
}
