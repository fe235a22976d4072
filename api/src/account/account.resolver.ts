import { deleteAccount } from '@crowd-recital/core/user/delete-account.js';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actingAdmin } from '../auth/acting-admin.js';
import { refuseDelegated } from '../auth/caller.js';
import { requireUser } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { DataExport } from './data-export.type.js';

const whatHappens =
  'At once: every recital is wished away and counts nowhere, and name, e-mail address, profile and private texts are gone; the recordings themselves are deleted within the hour. What stays: the proof of consent and the audit log, which name nobody, and the words of texts that others recited. There is no way back.';

@Resolver()
export class AccountResolver {
  @Query(() => DataExport, {
    description:
      'A link to everything that is known of the caller, as one JSON file: account, profile, signatures, texts, recitals with their sentences, and links to the recordings. Errors: UNAUTHENTICATED.',
  })
  exportMyData(@Ctx() { caller, exportLinks }: Context): Readonly<DataExport> {
    const user = requireUser(caller);
    const expiresAt = exportLinks.expiry();
    return { url: exportLinks.link(user, expiresAt), expiresAt };
  }

  @Mutation(() => Boolean, {
    description: `Deletes the caller's account. ${whatHappens}\n\nErrors: UNAUTHENTICATED, FORBIDDEN for back-office tools, BAD_USER_INPUT when the e-mail address is another one (nothing is deleted then), CONFLICT for the only administrator.`,
  })
  async deleteMyAccount(
    @Arg('email', () => String, {
      description: "The account's own e-mail address, as the person has typed it to confirm.",
    })
    email: string,
    @Ctx() { em, caller, authentication, response }: Context,
  ): Promise<boolean> {
    const { id } = requireUser(caller);
    refuseDelegated(caller);
    await deleteAccount(em, { id, delegated: false }, { userId: id, typedEmail: email });
    authentication.cookie.clear(response);
    return true;
  }

  @Mutation(() => Boolean, {
    description: `Deletes somebody's account on their wish. ${whatHappens} Admins only, and only by themselves.\n\nErrors: UNAUTHENTICATED, FORBIDDEN for everybody else and for back-office tools, NOT_FOUND, BAD_USER_INPUT when the e-mail address is another one (nothing is deleted then), CONFLICT for the only administrator.`,
  })
  async deleteUser(
    @Arg('id', () => ID, { description: 'The user.' }) id: string,
    @Arg('email', () => String, {
      description: "The user's e-mail address, typed to confirm that it is the right account.",
    })
    email: string,
    @Ctx() { em, caller }: Context,
  ): Promise<boolean> {
    const admin = actingAdmin(caller);
    refuseDelegated(caller);
    await deleteAccount(em, admin, { userId: id, typedEmail: email });
    return true;
  }
}
