import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { User } from './user.entity.js';

export const yearOfBirthAnswers = ['unknown', 'declined', 'given'] as const;
export type YearOfBirthAnswer = (typeof yearOfBirthAnswers)[number];

export const biologicalSexes = ['male', 'female', 'unspecified'] as const;
export type BiologicalSex = (typeof biologicalSexes)[number];

/** What a speaker chose to say about the voice. A year is never invented: it is there only when it was given. */
export const SpeakerProfile = defineEntity({
  name: 'SpeakerProfile',
  tableName: 'speaker_profiles',
  properties: {
    user: () => p.oneToOne(User).primary().deleteRule('cascade'),
    yearOfBirthAnswer: p.enum([...yearOfBirthAnswers]).default('unknown'),
    yearOfBirth: p.integer().nullable(),
    biologicalSex: p.enum([...biologicalSexes]).nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    updatedAt: p
      .datetime(3)
      .defaultRaw('now()')
      .onUpdate(() => new Date()),
  },
  checks: [
    {
      name: 'speaker_profiles_year_goes_with_answer_check',
      expression: `("year_of_birth_answer" = 'given') = ("year_of_birth" is not null)`,
    },
  ],
});
export type SpeakerProfile = InferEntity<typeof SpeakerProfile>;
