import type { Actor } from '@crowd-recital/core/audit/actor.js';
import { isDelegated, type Caller } from './caller.js';
import { requireAdmin } from './require-viewer.js';

/**
 * The admin who acts, as the audit log is to name him.
 * @throws UNAUTHENTICATED; FORBIDDEN for everybody but admins.
 */
export function actingAdmin(caller: Caller): Actor & { readonly id: string } {
  return { id: requireAdmin(caller).id, delegated: isDelegated(caller) };
}
