import type { InviteRowFragment } from '../gql/generated';
import type { ListSpec } from '../list/list-state';
import { listColumns } from '../list/table-features';

const column = listColumns<InviteRowFragment>();

export const inviteColumns = column.columns([
  column.accessor(({ note, code }) => note ?? code, {
    id: 'note',
    enableSorting: false,
    meta: { title: 'invites.column.note' },
  }),
  column.accessor('usable', {
    id: 'state',
    enableSorting: false,
    meta: { title: 'invites.column.state', card: 'beside' },
  }),
  column.accessor('uses', {
    id: 'uses',
    enableSorting: false,
    meta: { title: 'invites.column.uses', numeric: true },
  }),
  column.accessor('expiresAt', {
    id: 'expires',
    enableSorting: false,
    meta: { title: 'invites.column.expires' },
  }),
  column.accessor(({ creator }) => creator.name, {
    id: 'creator',
    enableSorting: false,
    meta: { title: 'invites.column.creator' },
  }),
  column.accessor('createdAt', {
    id: 'created',
    enableSorting: false,
    meta: { title: 'invites.column.created' },
  }),
]);

export const invitesSpec: ListSpec = {
  columns: ['note', 'state', 'uses', 'expires', 'creator', 'created'],
  shownColumns: ['note', 'state', 'uses', 'expires', 'created'],
  sortable: [],
  sort: { column: 'created', descending: true },
  filters: {},
};

/** Whether an invite lets somebody in, and if not, why. */
export function inviteState({
  usable,
  revokedAt,
  uses,
  maxUses,
}: Pick<InviteRowFragment, 'usable' | 'revokedAt' | 'uses' | 'maxUses'>):
  'open' | 'revoked' | 'used' | 'ended' {
  if (usable) return 'open';
  if (revokedAt) return 'revoked';
  return uses >= maxUses ? 'used' : 'ended';
}
