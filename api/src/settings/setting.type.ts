import type { SettingInForce } from '@crowd-recital/core/config/settings-in-force.js';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Setting', { description: 'One setting of the server as it is in force.' })
export class SettingType implements SettingInForce {
  @Field(() => String, { description: 'The environment variable that sets it.' })
  readonly name!: string;

  @Field(() => String, { description: 'What it does.' })
  readonly description!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is in force, as it would be written; null where nothing is, and for a secret.',
  })
  readonly value!: string | null;

  @Field(() => String, { nullable: true, description: 'What holds where it is not given; null: nothing.' })
  readonly defaultValue!: string | null;

  @Field(() => Boolean, { description: 'True: the environment or `.env` gives it.' })
  readonly given!: boolean;

  @Field(() => Boolean, { description: 'True: its value is a secret, and told to nobody.' })
  readonly secret!: boolean;
}
