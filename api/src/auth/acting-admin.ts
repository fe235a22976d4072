import type { Actor } from '@crowd-recital/core/audit/actor.js';
import type { TextEditor } from '@crowd-recital/core/text/change-text.js';
import type { Context } from '../graphql/context.js';
import { isDelegated, type Caller } from './caller.js';
import { requireAdmin, requireSignedSpeakerOrAdmin } from './require-viewer.js';

/**
 * The speaker or admin who changes a text, as the audit log is to name them.
 * @throws UNAUTHENTICATED; FORBIDDEN before approval; AGREEMENT_REQUIRED for speakers.
 */
export function textEditor(context: Pick<Context, 'caller' | 'agreements'>): TextEditor {
  const { id, group } = requireSignedSpeakerOrAdmin(context);
  return { id, delegated: isDelegated(context.caller), onlyOwn: group !== 'admin' };
}

/**
 * The admin who acts, as the audit log is to name him.
 * @throws UNAUTHENTICATED; FORBIDDEN for everybody but admins.
 */
export function actingAdmin(caller: Caller): Actor & { readonly id: string } {
  return { id: requireAdmin(caller).id, delegated: isDelegated(caller) };
}
