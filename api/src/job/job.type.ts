import { jobStates, type JobState as State, type QueuedJob } from '@crowd-recital/core/queue/job-desk.js';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../page/connection.js';

const JobState = enumOf(jobStates);

registerEnumType(JobState, {
  name: 'JobState',
  description: 'How far a job has come.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its time or for a worker.' },
    RUNNING: { description: 'A worker is at it.' },
    FAILED: { description: 'The last attempt failed; `nextRunAt` says when it is tried again by itself.' },
    FINISHED: { description: 'It is done. Finished jobs are removed at once, so this is rarely seen.' },
  },
});

@ObjectType('Job', { description: 'Work that waits for the workers, or that they are at.' })
export class JobType implements Omit<QueuedJob, 'payload'> {
  @Field(() => ID, { description: 'Identifies the job.' })
  readonly id!: string;

  @Field(() => String, { description: 'What kind of work it is, such as `finalise-session`.' })
  readonly name!: string;

  @Field(() => JobState, { description: 'How far it has come.' })
  readonly state!: State;

  @Field(() => DateTime, { description: 'When it was left for the workers.' })
  readonly createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is to run (again); null while it runs for the last time and when it is done.',
  })
  readonly nextRunAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its last attempt began.' })
  readonly lastRunAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its last attempt ended.' })
  readonly lastFinishedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When an attempt last failed.' })
  readonly failedAt!: Date | null;

  @Field(() => Int, { description: 'How many attempts have failed.' })
  readonly failCount!: number;

  @Field(() => String, { nullable: true, description: 'What the last attempt failed of.' })
  readonly error!: string | null;
}

@InputType('JobFilter', { description: 'Which jobs; conditions that are given all hold.' })
export class JobFilterInput {
  @Field(() => [JobState], { nullable: true, description: 'Only jobs in one of these states.' })
  readonly states?: State[] | null;

  @Field(() => String, { nullable: true, description: 'Only jobs of this kind, such as `discard-session`.' })
  readonly name?: string | null;
}

export const JobConnection = connectionOf('Job', () => JobType, 'A list of jobs, page by page.');
