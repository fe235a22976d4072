import type { Config } from '@crowd-recital/core/config/config.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request } from 'express';
import { findUserByEmail } from '../user/user-by-email.js';
import { answersDevelopmentSignIn } from './development-sign-in.js';
import { isFromOwnPage } from './same-origin.js';

/**
 * The e-mail address of DEV_AUTO_LOGIN_USER_EMAIL where it counts: wherever development sign-in answers, and never
 * for a page of another site, which would otherwise act as this user without any cookie.
 */
export function autoLoginEmail(
  { auth, http }: Pick<Config, 'auth' | 'http'>,
  request: Request,
): string | undefined {
  const { autoLoginEmail: email } = auth;
  if (email === undefined || !answersDevelopmentSignIn(auth, request)) return undefined;
  return isFromOwnPage(request, http) ? email : undefined;
}

/** @returns the user who is signed in because nobody else is; null where there is none. */
export async function autoLoginUser(
  config: Pick<Config, 'auth' | 'http'>,
  em: EntityManager,
  request: Request,
): Promise<User | null> {
  const email = autoLoginEmail(config, request);
  return email === undefined ? null : findUserByEmail(em, email);
}
