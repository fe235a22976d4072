import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';

const capped = 'Counted up to 1000; 1001 means more.';

@ObjectType('Sweep', {
  description:
    'A look for whatever was missed: recitals that wait though no job tells of them, and lost jobs.',
})
export class Sweep {
  @Field(() => DateTime, { description: 'When it began.' })
  readonly beganAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ended; null while it runs, and when its process ended before it did.',
  })
  readonly endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What it failed of; null when it went well.' })
  readonly error!: string | null;
}

@ObjectType('QueueState', { description: 'How the queue of jobs is at this moment.' })
export class QueueState {
  @Field(() => Int, { description: `Jobs that wait for their time or for a worker. ${capped}` })
  readonly queued!: number;

  @Field(() => Int, { description: `Jobs that a worker is at. ${capped}` })
  readonly running!: number;

  @Field(() => Int, { description: `Jobs whose last attempt failed. ${capped}` })
  readonly failed!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when the job waits that is due the longest; null when none is due.',
  })
  readonly dueSince!: Date | null;

  @Field(() => Sweep, { nullable: true, description: 'The last sweep; null where none has run yet.' })
  readonly lastSweep!: Sweep | null;
}
