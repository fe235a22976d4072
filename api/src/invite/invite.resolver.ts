import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { createInvite } from '@crowd-recital/core/invite/create-invite.js';
import { Invite } from '@crowd-recital/core/invite/invite.entity.js';
import { revokeInvite } from '@crowd-recital/core/invite/revoke-invite.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actingAdmin } from '../auth/acting-admin.js';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import type { Page } from '../page/connection.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { UserType } from '../user/user.type.js';
import { CreateInviteInput, InviteConnection, InviteType } from './invite.type.js';

@Resolver(() => InviteType)
export class InviteResolver {
  @Query(() => InviteConnection, {
    description:
      'Every invite, the newest first. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async invites(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, caller }: Context): Promise<Page<Invite>> {
    requireAdmin(caller);
    return keysetPage(
      em,
      {
        entity: Invite,
        where: {},
        order: { property: 'createdAt', kind: 'time', nullable: false, isId: isUuid, direction: 'desc' },
      },
      page,
    );
  }

  @Mutation(() => InviteType, {
    description:
      'Makes an invite: who first signs in with its link is a speaker at once, where others wait for approval. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT.',
  })
  async createInvite(
    @Arg('input', () => CreateInviteInput, { description: 'How many it lets in, until when, and whom.' })
    { maxUses, expiresAt, note }: CreateInviteInput,
    @Ctx() { em, caller }: Context,
  ): Promise<Invite> {
    return createInvite(em, actingAdmin(caller), {
      maxUses: maxUses ?? 1,
      expiresAt: expiresAt ?? null,
      note: note ?? null,
    });
  }

  @Mutation(() => InviteType, {
    description:
      'Makes an invite let nobody in any more; whom it let in before stays. Again: the same answer. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async revokeInvite(
    @Arg('id', () => ID, { description: 'The invite.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<Invite> {
    return revokeInvite(em, actingAdmin(caller), id);
  }

  @FieldResolver(() => String, { description: 'The address to hand out.' })
  link(@Root() { code }: Invite, @Ctx() { config }: Context): string {
    const link = new URL('/', config.http.publicUrl);
    link.searchParams.set('invite', code);
    return link.href;
  }

  @FieldResolver(() => Boolean, { description: 'True: it lets somebody in now.' })
  usable(@Root() { uses, maxUses, revokedAt, expiresAt }: Invite): boolean {
    return uses < maxUses && !revokedAt && (!expiresAt || expiresAt.getTime() > Date.now());
  }

  @FieldResolver(() => UserType, { description: 'The admin who made it.' })
  creator(@Root() invite: Invite): Promise<User> {
    return invite.creator.loadOrFail();
  }
}
