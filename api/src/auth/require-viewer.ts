import type { Agreements } from '@crowd-recital/core/agreement/agreements.js';
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
  /** Raised when all sign-ins are revoked. */
  readonly tokenVersion: number;
}

/** @throws UNAUTHENTICATED; FORBIDDEN for a user whom nobody has approved yet. */
export function requireSpeaker(caller: Caller): ApprovedViewer {
  const { id, group, tokenVersion } = requireUser(caller);
  if (!group) {
    throw new AppError(
      'FORBIDDEN',
      'Your account waits for approval. An administrator has to let you in before you can go on.',
    );
  }
  return { id, group, tokenVersion };
}

/** Who asks, and the terms in force. */
interface Asking {
  readonly caller: Caller;
  readonly agreements: Agreements;
}

/**
 * For whatever takes in a voice: without the speaker's signature under the terms as they are now, nobody's is stored,
 * an admin's neither.
 * @throws UNAUTHENTICATED; FORBIDDEN before approval; AGREEMENT_REQUIRED.
 */
export function requireSignedSpeaker({ caller, agreements }: Asking): ApprovedViewer {
  const viewer = requireSpeaker(caller);
  if (!hasSigned(requireUser(caller), agreements)) {
    throw new AppError('AGREEMENT_REQUIRED', 'Agree to the terms first, then go on where you were.', {
      version: agreements.version,
    });
  }
  return viewer;
}

/**
 * For what belongs to reciting but stores no voice: admins, who look after it for others, need not have signed.
 * @throws UNAUTHENTICATED; FORBIDDEN before approval; AGREEMENT_REQUIRED for speakers.
 */
export function requireSignedSpeakerOrAdmin(asking: Asking): ApprovedViewer {
  const viewer = requireSpeaker(asking.caller);
  return viewer.group === 'admin' ? viewer : requireSignedSpeaker(asking);
}

/** True when the user agreed to the terms as they are now. */
export function hasSigned(user: User, agreements: Agreements): boolean {
  return user.agreementSignedVersion === agreements.version;
}

/** @throws UNAUTHENTICATED; FORBIDDEN for everybody but admins. */
export function requireAdmin(caller: Caller): ApprovedViewer {
  const viewer = requireSpeaker(caller);
  if (viewer.group !== 'admin') throw new AppError('FORBIDDEN', 'This is for administrators only.');
  return viewer;
}
