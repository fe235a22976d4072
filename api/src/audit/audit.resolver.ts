import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { FilterQuery } from '@mikro-orm/core';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { isGiven } from '../graphql/is-given.js';
import type { Page } from '../page/connection.js';
import { storable } from '../page/contains.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { UserType } from '../user/user.type.js';
import { AuditEntryConnection, AuditEntryType, AuditFilter } from './audit.type.js';

@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'Who did what to whom, the latest first: acts of admins, of back-office tools, and those that cannot be undone. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async auditLog(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Only entries to which this applies.' })
    filter: AuditFilter | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<Page<AuditEntry>> {
    requireAdmin(caller);
    return keysetPage(
      em,
      {
        entity: AuditEntry,
        where: filterEntries(filter ?? {}),
        order: { property: 'at', kind: 'time', nullable: false, isId: isUuid, direction: 'desc' },
      },
      page,
    );
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who did it; null for the system, the command line, and a person whose account is gone.',
  })
  actor(@Root() { actorId }: AuditEntry, @Ctx() { loaders }: Context): Promise<User | null> | null {
    return actorId ? loaders.userById.load(actorId) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What else is to be known, as JSON.' })
  details(@Root() { details }: AuditEntry): string | null {
    return details ? JSON.stringify(details) : null;
  }
}

function filterEntries(filter: Readonly<AuditFilter>): FilterQuery<AuditEntry> {
  const { actorId, action, subjectKind, subjectId, delegated, from, to } = filter;
  const conditions: FilterQuery<AuditEntry>[] = [];
  if (isGiven(actorId)) conditions.push(isUuid(actorId) ? { actorId } : { id: { $in: [] } });
  for (const [name, value] of Object.entries({ action, subjectKind, subjectId })) {
    if (isGiven(value)) conditions.push({ [name]: storable(name, value) });
  }
  if (isGiven(delegated)) conditions.push({ delegated });
  if (isGiven(from)) conditions.push({ at: { $gte: from } });
  if (isGiven(to)) conditions.push({ at: { $lt: to } });
  return { $and: conditions };
}
