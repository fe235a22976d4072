import { notFound } from '@crowd-recital/core/errors/app-error.js';
import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { approveSpeakers } from '@crowd-recital/core/user/approve-speakers.js';
import { createUser } from '@crowd-recital/core/user/create-user.js';
import { updateUser } from '@crowd-recital/core/user/update-user.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actingAdmin } from '../auth/acting-admin.js';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { CreateUserInput, UpdateUserInput } from './manage-users.input.js';
import { UserTotalsType } from './user-totals.type.js';
import { UserType } from './user.type.js';

@Resolver(() => UserType)
export class ManageUsersResolver {
  @Query(() => UserType, {
    description: 'One user. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async user(
    @Arg('id', () => ID, { description: 'The id of the user.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<User> {
    requireAdmin(caller);
    const user = isUuid(id) ? await em.findOne(User, { id, deletedAt: null }) : null;
    if (user === null) throw notFound('user');
    return user;
  }

  @Mutation(() => UserType, {
    description:
      'Makes an account before the person has signed in; who signs in with this e-mail address finds it. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, CONFLICT when the address has an account.',
  })
  async createUser(
    @Arg('input', () => CreateUserInput, { description: 'What is to be known of the person.' })
    { email, name, picture, group }: CreateUserInput,
    @Ctx() { em, caller }: Context,
  ): Promise<User> {
    return createUser(em, actingAdmin(caller), { email, name, picture, group: group ?? null });
  }

  @Mutation(() => UserType, {
    description:
      'Changes an account; what is left out stays as it is. Taking a group away, or giving another one, ends every sign-in of the user. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT when another account has the e-mail address, or nobody would be an administrator any more.',
  })
  async updateUser(
    @Arg('id', () => ID, { description: 'The user.' }) id: string,
    @Arg('input', () => UpdateUserInput, { description: 'What is to change.' })
    { email, name, picture, group }: UpdateUserInput,
    @Ctx() { em, caller }: Context,
  ): Promise<User> {
    const changes = { email: email ?? undefined, name: name ?? undefined, picture, group };
    return updateUser(em, actingAdmin(caller), id, changes);
  }

  @Mutation(() => [UserType], {
    description:
      'Lets people in by their e-mail addresses: whoever waits becomes a speaker; who has not signed in yet is found as one when that happens. Speakers and admins stay what they are. Answers them in the order of the addresses. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for an address that is none or more than 100; nobody is let in then.',
  })
  async approveSpeaker(
    @Arg('emails', () => [String], {
      description: 'E-mail addresses, in upper or lower case; a single one needs no brackets.',
    })
    emails: string[],
    @Ctx() { em, caller }: Context,
  ): Promise<User[]> {
    return approveSpeakers(em, actingAdmin(caller), emails);
  }

  @FieldResolver(() => UserTotalsType, { description: 'What this user has given.' })
  totals(@Root() user: User, @Ctx() { loaders }: Context): Promise<UserTotalsType> {
    return loaders.userTotals.load(user);
  }
}
