import type { UserGroup as Group } from '@crowd-recital/core/user/user.entity.js';
import { Field, InputType } from 'type-graphql';
import { UserGroup } from './user.type.js';

@InputType('CreateUserInput', { description: 'An account to be made.' })
export class CreateUserInput {
  @Field(() => String, { description: 'E-mail address; unique without regard to case.' })
  readonly email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name; what stands before the @ if left out. The first sign-in replaces it by the own one.',
  })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a picture, beginning with https://.' })
  readonly picture?: string | null;

  @Field(() => UserGroup, {
    nullable: true,
    description: 'What the user may do; not yet approved if left out.',
  })
  readonly group?: Group | null;
}

@InputType('UpdateUserInput', { description: 'What is to change of an account; what is left out stays.' })
export class UpdateUserInput {
  @Field(() => String, { nullable: true, description: 'E-mail address; a new one counts as not verified.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'Name as shown to others.' })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of a picture, beginning with https://; null takes it away.',
  })
  readonly picture?: string | null;

  @Field(() => UserGroup, {
    nullable: true,
    description: 'What the user may do; null takes the approval away.',
  })
  readonly group?: Group | null;
}
