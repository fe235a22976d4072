import type { Config } from '@crowd-recital/core/config/config.js';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import type { AccessClaims, AccessTokens } from './access-token.js';
import { autoLoginUser } from './auto-login.js';
import type { Caller } from './caller.js';
import type { Delegation } from './delegation.js';
import type { GoogleSignIn } from './google/google-sign-in.js';
import { findSignedInUser } from './find-signed-in-user.js';
import { isFromOwnPage, type OwnOrigins } from './same-origin.js';
import type { SessionCookie } from './session-cookie.js';

/** What knowing a caller takes. */
export interface Authentication {
  readonly tokens: AccessTokens;
  readonly cookie: SessionCookie;
  readonly origins: OwnOrigins;
  readonly delegation: Delegation;
  /** Undefined: nobody signs in with Google. */
  readonly google: GoogleSignIn | undefined;
  readonly config: Pick<Config, 'auth' | 'http'>;
}

/**
 * Finds out who sent a request, by its headers alone and the user's row as it is now: a revoked token, a changed
 * group or a deleted user counts from the next request on. The first kind of credential that is there decides.
 * A cookie in use is renewed, one that is not good any more is taken back.
 * @throws what `Delegation.identify` throws: a tool that may not call on behalf of anybody is not answered at all.
 */
export async function authenticate(
  { tokens, cookie, origins, delegation, config }: Authentication,
  em: EntityManager,
  request: Request,
  response: Response,
): Promise<Caller> {
  const delegatedUser = await delegation.identify(em, request);
  if (delegatedUser !== undefined) return { kind: 'user', user: delegatedUser, via: 'delegation' };

  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const known = await identify(tokens, em, bearerToken(authorization));
    return known === undefined ? refused() : { kind: 'user', user: known.user, via: 'bearer' };
  }

  const token = cookie.read(request);
  if (token === undefined) {
    const user = await autoLoginUser(config, em, request);
    return user === null ? { kind: 'anonymous' } : { kind: 'user', user, via: 'auto-login' };
  }
  if (!isFromOwnPage(request, origins)) return { kind: 'refused', error: foreignPage() };
  const known = await identify(tokens, em, token);
  if (known === undefined) {
    cookie.clear(response);
    return refused();
  }
  if (tokens.isDueForRenewal(known.claims)) cookie.set(response, await tokens.issue(known.user));
  return { kind: 'user', user: known.user, via: 'cookie' };
}

/** The error for a page that has no business with the cookie of this site. */
export function foreignPage(): AppError {
  return new AppError('FORBIDDEN', 'This page may not act for you here. Use the pages of this site.');
}

function refused(): Caller {
  return {
    kind: 'refused',
    error: new AppError('UNAUTHENTICATED', 'Your sign-in has ended or is not valid. Sign in again.'),
  };
}

/** @returns an empty token, which is none of ours, for any other scheme. */
function bearerToken(authorization: string): string {
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
}

async function identify(
  tokens: AccessTokens,
  em: EntityManager,
  token: string,
): Promise<{ user: User; claims: AccessClaims } | undefined> {
  const claims = await tokens.verify(token);
  if (claims === undefined || !isUuid(claims.userId)) return undefined;
  const user = await findSignedInUser(em, claims);
  return user === undefined ? undefined : { user, claims };
}
