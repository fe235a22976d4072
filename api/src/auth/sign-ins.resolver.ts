import { revokeSignIns } from '@crowd-recital/core/user/revoke-sign-ins.js';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { actingAdmin } from './acting-admin.js';
import { refuseDelegated } from './caller.js';
import { IssuedTokenType } from './issued-token.type.js';
import { requireUser } from './require-viewer.js';

/** What happens to sign-ins after they were made. */
@Resolver()
export class SignInsResolver {
  @Mutation(() => Boolean, {
    description:
      "Ends every sign-in of the caller at once, on every device: cookies and scripts' tokens alike, this one too.\n\nErrors: UNAUTHENTICATED; FORBIDDEN for back-office tools.",
  })
  async logoutEverywhere(@Ctx() { em, caller, authentication, response }: Context): Promise<boolean> {
    refuseDelegated(caller);
    const { id } = requireUser(caller);
    await revokeSignIns(em, { id, delegated: false }, id);
    authentication.cookie.clear(response);
    return true;
  }

  @Mutation(() => IssuedTokenType, {
    description:
      "An access token with the caller's own rights, for scripts. It is good until it ends, the caller signs out everywhere, or an admin ends or changes the caller's rights.\n\nErrors: UNAUTHENTICATED; FORBIDDEN for back-office tools.",
  })
  async issueAccessToken(@Ctx() { caller, authentication }: Context): Promise<Readonly<IssuedTokenType>> {
    refuseDelegated(caller);
    const { token, expiresAt } = await authentication.tokens.issue(requireUser(caller));
    return { accessToken: token, expiresAt };
  }

  @Mutation(() => Boolean, {
    description:
      'Ends every sign-in of a user at once, as `logoutEverywhere` does for oneself. The user may sign in again; to prevent that, take the group away. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async revokeSessions(
    @Arg('userId', () => ID, { description: 'Whose sign-ins end.' }) userId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<boolean> {
    await revokeSignIns(em, actingAdmin(caller), userId);
    return true;
  }
}
