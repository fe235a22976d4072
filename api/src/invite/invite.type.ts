import type { Invite } from '@crowd-recital/core/invite/invite.entity.js';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { connectionOf } from '../page/connection.js';

@ObjectType('Invite', {
  description: 'A code that approves people as speakers when they first sign in with it.',
})
export class InviteType implements Pick<Invite, 'id' | 'code' | 'maxUses' | 'uses' | 'createdAt'> {
  @Field(() => ID, { description: 'Identifies the invite.' })
  readonly id!: string;

  @Field(() => String, { description: 'The code: 16 letters and digits, upper and lower case alike.' })
  readonly code!: string;

  @Field(() => Int, { description: 'How many people it lets in.' })
  readonly maxUses!: number;

  @Field(() => Int, { description: 'How many it has let in.' })
  readonly uses!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null: not by itself.' })
  readonly expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  readonly revokedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Whom it is for, in the admin's own words." })
  readonly note!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  readonly createdAt!: Date;
}

export const InviteConnection = connectionOf('Invite', () => InviteType, 'A list of invites, page by page.');

@InputType('CreateInviteInput', { description: 'An invite to be made.' })
export class CreateInviteInput {
  @Field(() => Int, {
    nullable: true,
    description: 'How many people it lets in, at most 10000; 1 if left out.',
  })
  readonly maxUses?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; never by itself if left out.' })
  readonly expiresAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Whom it is for; at most 500 characters.' })
  readonly note?: string | null;
}
