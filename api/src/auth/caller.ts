import type { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';

/** Who sent a request, as far as the request could show it. */
export type Caller =
  /** No credential came along. */
  | { readonly kind: 'anonymous' }
  /** A credential came along and is not good; it is never passed over for another one. */
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'user'; readonly user: User; readonly via: 'bearer' | 'cookie' };
