import { userGroups, type User, type UserGroup as Group } from '@crowd-recital/core/user/user.entity.js';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../page/connection.js';

export const UserGroup = enumOf(userGroups);

registerEnumType(UserGroup, {
  name: 'UserGroup',
  description: 'What a user may do.',
  valuesConfig: {
    ADMIN: { description: 'Everything a speaker may, and sees and manages everyone and everything.' },
    SPEAKER: {
      description: 'Reads texts aloud, and sees the own texts, the public ones and the own recitals.',
    },
  },
});

@ObjectType('User', { description: 'A person who has an account.' })
export class UserType implements Pick<User, 'id' | 'email' | 'name' | 'createdAt'> {
  @Field(() => ID, { description: 'Identifies the user for ever.' })
  readonly id!: string;

  @Field(() => String, { description: 'E-mail address; unique without regard to case.' })
  readonly email!: string;

  @Field(() => String, { description: 'Name as shown to others.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Address of a picture, if there is one.' })
  readonly picture!: string | null;

  @Field(() => UserGroup, { nullable: true, description: 'Null: nobody has approved this user yet.' })
  readonly group!: Group | null;

  @Field(() => DateTime, { description: 'When the account was made.' })
  readonly createdAt!: Date;
}

export const UserConnection = connectionOf('User', () => UserType, 'A list of users, page by page.');
