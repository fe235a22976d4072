import type { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { connectionOf } from '../page/connection.js';

@ObjectType('AuditEntry', {
  description: 'One act of an admin, of a back-office tool, or one that cannot be undone.',
})
export class AuditEntryType implements Omit<AuditEntry, 'actorId' | 'details'> {
  @Field(() => ID, { description: 'Identifies the entry.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When it was done.' })
  readonly at!: Date;

  @Field(() => Boolean, { description: 'True: a back-office tool did it on behalf of the actor.' })
  readonly delegated!: boolean;

  @Field(() => String, { description: 'Noun and verb, such as `session.discard`.' })
  readonly action!: string;

  @Field(() => String, { description: 'To what kind of thing it was done, such as `session`.' })
  readonly subjectKind!: string;

  @Field(() => String, { description: 'The id of that thing.' })
  readonly subjectId!: string;
}

@InputType('AuditFilter', { description: 'Which entries; conditions that are given all hold.' })
export class AuditFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only what this user did, or a tool on behalf of the user.',
  })
  readonly actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this act, such as `user.update`.' })
  readonly action?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only what was done to this kind of thing, such as `user`.',
  })
  readonly subjectKind?: string | null;

  @Field(() => String, { nullable: true, description: 'Only what was done to the thing with this id.' })
  readonly subjectId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what tools did on behalf of somebody. False: only the others.',
  })
  readonly delegated?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was done at this moment or later.' })
  readonly from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was done before this moment.' })
  readonly to?: Date | null;
}

export const AuditEntryConnection = connectionOf(
  'AuditEntry',
  () => AuditEntryType,
  'A part of the audit log, page by page.',
);
