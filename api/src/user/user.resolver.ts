import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { FilterQuery } from '@mikro-orm/core';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { requireAdmin, requireUser } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { isGiven } from '../graphql/is-given.js';
import type { Page } from '../page/connection.js';
import { contains } from '../page/contains.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { UserFilter, UserOrder } from './user.input.js';
import { UserConnection, UserType } from './user.type.js';

@Resolver(() => UserType)
export class UserResolver {
  @Query(() => UserType, {
    description: 'The caller. Errors: UNAUTHENTICATED when nobody is signed in.',
  })
  me(@Ctx() { caller }: Context): User {
    return requireUser(caller);
  }

  @Query(() => UserConnection, {
    description:
      'All users, the newest first unless sorted otherwise. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async users(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => UserFilter, { nullable: true, description: 'Only users to whom this applies.' })
    filter: UserFilter | null | undefined,
    @Arg('orderBy', () => UserOrder, {
      nullable: true,
      description: 'The order; the newest first if left out.',
    })
    orderBy: UserOrder | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<Page<User>> {
    requireAdmin(caller);
    const property = orderBy?.field ?? 'createdAt';
    return keysetPage(
      em,
      {
        entity: User,
        where: filterUsers(filter ?? {}),
        order: {
          property,
          kind: property === 'createdAt' ? 'time' : 'text',
          nullable: false,
          isId: isUuid,
          direction: orderBy?.direction ?? 'desc',
        },
      },
      page,
    );
  }
}

function filterUsers({ search, group, awaitingApproval }: Readonly<UserFilter>): FilterQuery<User> {
  const conditions: FilterQuery<User>[] = [{ deletedAt: null }];
  if (isGiven(search)) conditions.push({ $or: [{ name: contains(search) }, { email: contains(search) }] });
  if (isGiven(group)) conditions.push({ group });
  if (isGiven(awaitingApproval)) conditions.push({ group: awaitingApproval ? null : { $ne: null } });
  return { $and: conditions };
}
