import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { listedTexts, visibleTexts } from '@crowd-recital/core/text/visible-texts.js';
import type { Viewer } from '@crowd-recital/core/user/viewer.js';
import type { FilterQuery } from '@mikro-orm/core';
import { isGiven } from '../graphql/is-given.js';
import { contains } from '../page/contains.js';
import type { TextFilter } from './text.input.js';

/** What can be no id is nobody's. */
const nothing: FilterQuery<TextDocument> = { id: { $in: [] } };

/** The texts that belong in a viewer's list and meet the filter. */
export function filterTexts(viewer: Viewer, filter: Readonly<TextFilter>): FilterQuery<TextDocument> {
  const { search, language, mine, ownerId, sourceKinds, archived } = filter;
  const conditions: FilterQuery<TextDocument>[] =
    archived === true
      ? [visibleTexts(viewer), { archivedAt: { $ne: null }, deletedAt: null }]
      : [listedTexts(viewer)];
  if (isGiven(search)) conditions.push({ title: contains(search) });
  if (isGiven(language)) conditions.push({ language });
  if (mine === true) conditions.push({ owner: viewer.id });
  if (mine === false) conditions.push({ $or: [{ owner: null }, { owner: { $ne: viewer.id } }] });
  if (isGiven(ownerId)) conditions.push(isUuid(ownerId) ? { owner: ownerId } : nothing);
  if (isGiven(sourceKinds)) conditions.push({ sourceKind: { $in: sourceKinds } });
  if (isGiven(filter.public)) conditions.push({ public: filter.public });
  return { $and: conditions };
}
