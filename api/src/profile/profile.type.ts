import {
  biologicalSexes,
  yearOfBirthAnswers,
  type BiologicalSex as Sex,
  type YearOfBirthAnswer as Answer,
} from '@crowd-recital/core/user/speaker-profile.entity.js';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';

export const YearOfBirthAnswer = enumOf(yearOfBirthAnswers);

registerEnumType(YearOfBirthAnswer, {
  name: 'YearOfBirthAnswer',
  description: 'What a speaker said when asked for the year of birth.',
  valuesConfig: {
    UNKNOWN: { description: 'Nothing yet.' },
    DECLINED: { description: 'Would rather not say.' },
    GIVEN: { description: 'A year.' },
  },
});

export const BiologicalSex = enumOf(biologicalSexes);

registerEnumType(BiologicalSex, {
  name: 'BiologicalSex',
  description: 'What a speaker said of the biological sex, which shapes a voice.',
  valuesConfig: {
    MALE: { description: 'Male.' },
    FEMALE: { description: 'Female.' },
    UNSPECIFIED: { description: 'Would rather not say.' },
  },
});

@ObjectType('SpeakerProfile', {
  description: 'What a speaker chose to say about the voice; nothing of it has to be.',
})
export class SpeakerProfileType {
  @Field(() => YearOfBirthAnswer, { description: 'What was said when asked for the year of birth.' })
  readonly yearOfBirthAnswer!: Answer;

  @Field(() => Int, { nullable: true, description: 'The year of birth, when it was given.' })
  readonly yearOfBirth!: number | null;

  @Field(() => BiologicalSex, {
    nullable: true,
    description: 'The biological sex; null: nothing was said yet.',
  })
  readonly biologicalSex!: Sex | null;
}

@InputType('ProfileInput', { description: 'What to say about the voice; what is left out stays as it is.' })
export class ProfileInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'From 1920 to 16 years ago; null takes the year back (UNKNOWN), unless the answer says otherwise.',
  })
  readonly yearOfBirth?: number | null;

  @Field(() => YearOfBirthAnswer, {
    nullable: true,
    description: 'DECLINED or UNKNOWN, without a year. GIVEN may be left out beside a year.',
  })
  readonly yearOfBirthAnswer?: Answer | null;

  @Field(() => BiologicalSex, { nullable: true, description: 'Null takes the answer back.' })
  readonly biologicalSex?: Sex | null;
}
