import { AppError, notFound } from '@crowd-recital/core/errors/app-error.js';
import { findUserByEmail } from '../user/user-by-email.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { foreignPage } from './authenticate.js';
import { refuseDelegated } from './caller.js';
import { answersDevelopmentSignIn } from './development-sign-in.js';
import { isFromOwnPage } from './same-origin.js';
import { SignInResult } from './sign-in-result.type.js';

@Resolver()
export class AuthResolver {
  @Mutation(() => SignInResult, {
    description:
      'Signs in an existing user without a password. Only in development, and only for callers on the same machine (or anywhere with DEV_SIGN_IN_ANYWHERE). Sets the session cookie.\n\nErrors: FORBIDDEN where this is switched off, or a page of another site or a back-office tool asks; NOT_FOUND when no user has this e-mail address.',
  })
  async signInAsDevelopmentUser(
    @Arg('email', () => String, { description: 'E-mail address of the user, in upper or lower case.' })
    email: string,
    @Ctx() { em, config, caller, authentication, request, response }: Context,
  ): Promise<Readonly<SignInResult>> {
    refuseDelegated(caller);
    if (!answersDevelopmentSignIn(config.auth, request)) {
      throw new AppError('FORBIDDEN', 'Sign-in without a password is switched off here.');
    }
    if (!isFromOwnPage(request, authentication.origins)) throw foreignPage();
    const user = await findUserByEmail(em, email);
    if (user === null) throw notFound('user');
    const issued = await authentication.tokens.issue(user);
    authentication.cookie.set(response, issued);
    return { user, accessToken: issued.token, expiresAt: issued.expiresAt };
  }

  @Mutation(() => Boolean, {
    description:
      'Ends the sign-in of this browser by taking its cookie back; an access token that a script holds lasts until it ends. True also when nobody was signed in.\n\nErrors: FORBIDDEN when a page of another site or a back-office tool asks.',
  })
  logout(@Ctx() { caller, authentication, request, response }: Context): boolean {
    refuseDelegated(caller);
    if (!isFromOwnPage(request, authentication.origins)) throw foreignPage();
    authentication.cookie.clear(response);
    return true;
  }
}
