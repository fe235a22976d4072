import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { User, UserGroup } from '@crowd-recital/core/user/user.entity.js';
import type { Viewer } from '@crowd-recital/core/user/viewer.js';
import type { Caller } from './caller.js';

/** @throws UNAUTHENTICATED when nobody is signed in, or the credential that came is not good. */
export function requireUser(caller: Caller): User {
  switch (caller.kind) {
    case 'user':
      return caller.user;
    case 'refused':
      throw caller.error;
    case 'anonymous':
      throw new AppError('UNAUTHENTICATED', 'Sign in to go on.');
  }
}

/** Somebody who was approved. */
export interface ApprovedViewer extends Viewer {
  readonly group: UserGroup;
}

/** @throws UNAUTHENTICATED; FORBIDDEN for a user whom nobody has approved yet. */
export function requireSpeaker(caller: Caller): ApprovedViewer {
  const { id, group } = requireUser(caller);
  if (!group) {
    throw new AppError(
      'FORBIDDEN',
      'Your account waits for approval. An administrator has to let you in before you can go on.',
    );
  }
  return { id, group };
}

/** @throws UNAUTHENTICATED; FORBIDDEN for everybody but admins. */
export function requireAdmin(caller: Caller): ApprovedViewer {
  const viewer = requireSpeaker(caller);
  if (viewer.group !== 'admin') throw new AppError('FORBIDDEN', 'This is for administrators only.');
  return viewer;
}
