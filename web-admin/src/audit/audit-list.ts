import type { RouteLocationRaw } from 'vue-router';
import type { AuditFilter, AuditLogQueryVariables, AuditRowFragment } from '../gql/generated';
import { momentsOf, readDateRange } from '../list/date-range';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { listColumns } from '../list/table-features';

const column = listColumns<AuditRowFragment>();

export const auditColumns = column.columns([
  column.accessor('action', { id: 'action', enableSorting: false, meta: { title: 'audit.column.action' } }),
  column.accessor(({ actor }) => actor?.name ?? '', {
    id: 'actor',
    enableSorting: false,
    meta: { title: 'audit.column.actor', card: 'beside' },
  }),
  column.accessor('subjectId', {
    id: 'subject',
    enableSorting: false,
    meta: { title: 'audit.column.subject', card: 'line' },
  }),
  column.accessor('at', { id: 'at', enableSorting: false, meta: { title: 'audit.column.at', card: 'bare' } }),
]);

/** The acts that can be filtered by; the words for them are at `audit.action.*`. */
export const auditActions = [
  'user.approve',
  'user.create',
  'user.update',
  'user.delete',
  'user.revoke-sign-ins',
  'user.first-sign-in',
  'invite.create',
  'invite.redeem',
  'invite.revoke',
  'session.retry',
  'session.finalise',
  'session.finalise-incomplete',
  'session.confirm-abandoned',
  'session.discard',
  'text.publish',
  'text.unpublish',
  'text.archive',
  'text.restore',
  'text.edit',
  'text.update',
  'job.retry',
  'job.cancel',
  'delegation.call',
] as const;

export const auditSpec: ListSpec = {
  columns: ['action', 'actor', 'subject', 'at'],
  shownColumns: ['action', 'actor', 'subject', 'at'],
  sortable: [],
  sort: { column: 'at', descending: true },
  filters: { action: 'any', by: ['tool', 'person'], date: 'any', actor: 'any', subject: 'any' },
};

/** What the API is asked for to show a state of the list. */
export function auditVariables(state: ListState): AuditLogQueryVariables {
  const { action, by, date, actor, subject } = state.filters;
  const filter: AuditFilter = { ...momentsOf(readDateRange(date?.[0])) };
  if (action?.[0]) filter.action = action[0];
  if (by?.[0]) filter.delegated = by[0] === 'tool';
  if (actor?.[0]) filter.actorId = actor[0];
  if (subject?.[0]) filter.subjectId = subject[0];
  return { ...pageArguments(state), filter };
}

const PLACES: Readonly<Record<string, (id: string) => RouteLocationRaw>> = {
  user: (personId) => ({ name: 'people', params: { personId } }),
  session: (recordingId) => ({ name: 'recordings', params: { recordingId } }),
  invite: (inviteId) => ({ name: 'invites', params: { inviteId } }),
  text: (textId) => ({ name: 'texts', params: { textId } }),
};

/** Where the console shows the thing that an entry is about; null where it does not. */
export function placeOf({ subjectKind, subjectId }: AuditRowFragment): RouteLocationRaw | null {
  return PLACES[subjectKind]?.(subjectId) ?? null;
}
