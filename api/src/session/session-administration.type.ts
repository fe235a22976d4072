import { artifactNames, type ArtifactName as Name } from '@crowd-recital/core/session/finished-artifacts.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';

const ArtifactName = enumOf(artifactNames);

registerEnumType(ArtifactName, {
  name: 'ArtifactName',
  description: 'What a finished file is.',
  valuesConfig: {
    SOURCE: { description: 'The parts of the recording, one after the other, byte by byte.' },
    MAIN: { description: 'The recording without the sentences that were discarded.' },
    LIGHT: { description: 'The same as MP3, for listening.' },
    TRANSCRIPT: { description: 'The sentences and their times, as WebVTT.' },
    MANIFEST: { description: 'Everything else that is known of the recording, as JSON.' },
  },
});

@ObjectType('SessionArtifact', { description: 'A finished file, as it lies below the id of the recital.' })
export class SessionArtifact {
  @Field(() => ArtifactName, { description: 'What it is.' })
  readonly name!: Name;

  @Field(() => String, { description: 'Its name, such as `main.audio.webm`.' })
  readonly fileName!: string;

  @Field(() => String, { description: 'Its type.' })
  readonly contentType!: string;

  @Field(() => Float, { description: 'Its length in bytes.' })
  readonly byteLength!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, in 64 hexadecimal digits.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'Link to it, which ends after a few minutes; ask again before.' })
  readonly url!: string;
}

@ObjectType('SessionEvent', { description: 'Something that happened to a recital.' })
export class SessionEvent {
  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Date;

  @Field(() => String, {
    description:
      'What, as noun and verb: `session.begin`, `session.end`, `session.finalised`, `session.segments-deleted`, `session.first-deletion`, and the acts of people as the audit log has them, such as `session.retry`.',
  })
  readonly action!: string;
}

@ObjectType('SessionAdministration', { description: 'What admins see of the making of a recording.' })
export class SessionAdministration implements Partial<Record<keyof RecitalSession, unknown>> {
  @Field(() => Int, {
    description: 'Attempts to finish it that have not come to an end since the last success.',
  })
  readonly attempts!: number;

  @Field(() => String, { nullable: true, description: 'What went wrong the last time.' })
  readonly lastError!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Not tried again before.' })
  readonly nextAttemptAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'A worker is at it, and has it until then.' })
  readonly leaseUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its files were last finished.' })
  readonly finalisedAt!: Date | null;

  @Field(() => DateTime, { description: 'When anything last came from its speaker.' })
  readonly lastActivityAt!: Date;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds of recording time, as the recorder counted them.',
  })
  readonly recordedSeconds!: number | null;

  @Field(() => Boolean, { description: 'True: finished as it is, with what is missing kept as silence.' })
  readonly acceptIncomplete!: boolean;
}
