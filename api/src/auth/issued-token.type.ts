import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';

@ObjectType('IssuedToken', { description: 'An access token for scripts.' })
export class IssuedTokenType {
  @Field(() => String, { description: 'To be sent as `Authorization: Bearer …`. It is shown this once.' })
  readonly accessToken!: string;

  @Field(() => DateTime, { description: 'When it ends. Whoever holds it can issue the next one before.' })
  readonly expiresAt!: Date;
}
