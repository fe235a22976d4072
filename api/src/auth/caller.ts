import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';

/** Who sent a request, as far as the request could show it. */
export type Caller =
  /** No credential came along. */
  | { readonly kind: 'anonymous' }
  /** A credential came along and is not good; it is never passed over for another one. */
  | { readonly kind: 'refused'; readonly error: AppError }
  | {
      readonly kind: 'user';
      readonly user: User;
      readonly via: 'bearer' | 'cookie' | 'delegation' | 'auto-login';
    };

/** True when a back-office tool calls on behalf of the user; goes into every line of the audit log. */
export function isDelegated(caller: Caller): boolean {
  return caller.kind === 'user' && caller.via === 'delegation';
}

/** @throws FORBIDDEN when a back-office tool calls: this only the person may do. */
export function refuseDelegated(caller: Caller): void {
  if (isDelegated(caller)) {
    throw new AppError('FORBIDDEN', 'Only the person may do this; no tool does it on behalf of anybody.');
  }
}
