import type { UserGroup as Group } from '@crowd-recital/core/user/user.entity.js';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../page/order-direction.type.js';
import { UserGroup } from './user.type.js';

/** Sort keys of the list of users, and the property that each stands for. */
export const UserOrderField = { CREATED_AT: 'createdAt', NAME: 'name', EMAIL: 'email' } as const;
export type UserOrderProperty = (typeof UserOrderField)[keyof typeof UserOrderField];

registerEnumType(UserOrderField, {
  name: 'UserOrderField',
  description: 'What users are sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When the account was made.' },
    NAME: { description: 'The name, by the code points of its letters.' },
    EMAIL: { description: 'The e-mail address, by the code points of its characters.' },
  },
});

@InputType('UserOrder', { description: 'How users are sorted; equal ones by their id.' })
export class UserOrder {
  @Field(() => UserOrderField, { description: 'What to sort by.' })
  readonly field!: UserOrderProperty;

  @Field(() => OrderDirection, { description: 'Which way.' })
  readonly direction!: OrderDirection;
}

@InputType('UserFilter', { description: 'Which users; conditions that are given all hold.' })
export class UserFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the e-mail address, in upper or lower case.',
  })
  readonly search?: string | null;

  @Field(() => UserGroup, { nullable: true, description: 'Only users of this group.' })
  readonly group?: Group | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only users whom nobody has approved yet. False: only those who are approved.',
  })
  readonly awaitingApproval?: boolean | null;
}
