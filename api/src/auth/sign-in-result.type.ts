import type { User } from '@crowd-recital/core/user/user.entity.js';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { UserType } from '../user/user.type.js';

@ObjectType('SignInResult', { description: 'A person who has just signed in.' })
export class SignInResult {
  @Field(() => UserType, { description: 'Who signed in.' })
  readonly user!: User;

  @Field(() => String, {
    description:
      'For scripts, as `Authorization: Bearer …`; browsers use the cookie that comes along and should not keep this.',
  })
  readonly accessToken!: string;

  @Field(() => DateTime, {
    description: 'When the access token ends. The cookie is renewed while it is used.',
  })
  readonly expiresAt!: Date;
}
