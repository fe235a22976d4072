import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { listedSessions } from '@crowd-recital/core/session/visible-sessions.js';
import type { Viewer } from '@crowd-recital/core/user/viewer.js';
import type { FilterQuery } from '@mikro-orm/core';
import { isGiven } from '../graphql/is-given.js';
import type { SessionFilter } from './session.input.js';

/** What can be no id is nobody's. */
const nothing: FilterQuery<RecitalSession> = { id: { $in: [] } };

/** The sessions that belong in a viewer's list and meet the filter. */
export function filterSessions(viewer: Viewer, filter: Readonly<SessionFilter>): FilterQuery<RecitalSession> {
  const { status, userId, textId, attention, attentionKinds, reviewOutcome, language, kept } = filter;
  const { includeDiscarded } = filter;
  const conditions: FilterQuery<RecitalSession>[] = [listedSessions(viewer)];
  if (includeDiscarded !== true && status?.includes('discarded') !== true) {
    conditions.push({ disavowed: false });
  }
  if (isGiven(status)) conditions.push({ status: { $in: status } });
  if (isGiven(userId)) conditions.push(isUuid(userId) ? { user: userId } : nothing);
  if (isGiven(textId)) conditions.push(isUuid(textId) ? { textRevision: { document: textId } } : nothing);
  if (isGiven(attention)) conditions.push({ attention: attention ? { $ne: null } : null });
  if (isGiven(attentionKinds)) conditions.push({ attention: { $in: attentionKinds } });
  if (isGiven(reviewOutcome)) conditions.push({ reviewOutcome: { $in: reviewOutcome } });
  if (isGiven(language)) conditions.push({ language });
  if (isGiven(kept)) conditions.push({ kept });
  return { $and: [...conditions, ...filterRanges(filter)] };
}

function filterRanges(filter: Readonly<SessionFilter>): FilterQuery<RecitalSession>[] {
  const { createdFrom, createdTo, durationFrom, durationTo } = filter;
  const conditions: FilterQuery<RecitalSession>[] = [];
  if (isGiven(createdFrom)) conditions.push({ createdAt: { $gte: createdFrom } });
  if (isGiven(createdTo)) conditions.push({ createdAt: { $lt: createdTo } });
  if (isGiven(durationFrom)) conditions.push({ durationSeconds: { $gte: durationFrom } });
  if (isGiven(durationTo)) conditions.push({ durationSeconds: { $lte: durationTo } });
  return conditions;
}
