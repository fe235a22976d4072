import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';

@ObjectType('DataExport', { description: 'Where everything that is known of a person can be fetched.' })
export class DataExport {
  @Field(() => String, {
    description:
      'Path and query of a link that needs no cookie; a download in JSON, as large as it has to be.',
  })
  readonly url!: string;

  @Field(() => DateTime, { description: 'When the link ends.' })
  readonly expiresAt!: Date;
}
