import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('UserTotals', { description: 'What one user has given, as it is at this moment.' })
export class UserTotalsType {
  @Field(() => Float, { description: 'Seconds of finished recordings that are kept.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many of them there are.' })
  readonly recordings!: number;
}
