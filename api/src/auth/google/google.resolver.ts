import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { signInUser } from '@crowd-recital/core/user/sign-in-user.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { foreignPage } from '../authenticate.js';
import { refuseDelegated } from '../caller.js';
import { isFromOwnPage } from '../same-origin.js';
import { SignInResult } from '../sign-in-result.type.js';
import type { GoogleSignIn } from './google-sign-in.js';

@Resolver()
export class GoogleResolver {
  @Mutation(() => String, {
    description:
      "Begins a sign-in with Google: the `nonce` to hand to Google's button. It belongs to this browser, by a cookie that comes along; several tabs get the same one.\n\nErrors: FORBIDDEN where Google is not configured, or a page of another site or a back-office tool asks.",
  })
  prepareGoogleSignIn(@Ctx() context: Context): string {
    return openDoor(context).begin(context.request, context.response);
  }

  @Mutation(() => SignInResult, {
    description:
      'Signs in with the ID token that Google gave the browser, and sets the session cookie. An account that an admin made for the e-mail address is taken over at the first sign-in; otherwise one is made.\n\nErrors: UNAUTHENTICATED for a token that is not from Google, not for this site and browser, too old, or without a verified e-mail address; CONFLICT when the e-mail address belongs to another Google account here; FORBIDDEN as `prepareGoogleSignIn`; RATE_LIMITED with `retryAfterSeconds`; UPSTREAM_UNAVAILABLE when Google cannot be reached.',
  })
  async loginWithGoogle(
    @Arg('credential', () => String, { description: 'The ID token, as Google gave it to the page.' })
    credential: string,
    @Arg('inviteCode', () => String, {
      nullable: true,
      description:
        'The code of an invite. One that is good makes a speaker of whom nobody has approved yet; any other is passed over.',
    })
    inviteCode: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Readonly<SignInResult>> {
    const { em, config, authentication, request, response } = context;
    const person = await openDoor(context).finish(credential, request, response);
    const user = await signInUser(em, person, {
      autoApprove: config.auth.autoApproveSpeakers,
      inviteCode,
    });
    const issued = await authentication.tokens.issue(user);
    authentication.cookie.set(response, issued);
    return { user, accessToken: issued.token, expiresAt: issued.expiresAt };
  }
}

function openDoor({ caller, authentication, request }: Context): GoogleSignIn {
  refuseDelegated(caller);
  if (authentication.google === undefined) {
    throw new AppError('FORBIDDEN', 'Signing in with Google is switched off here.');
  }
  if (!isFromOwnPage(request, authentication.origins)) throw foreignPage();
  return authentication.google;
}
