import type { SpeakerProfile } from '@crowd-recital/core/user/speaker-profile.entity.js';
import { updateProfile, type YearOfBirth } from '@crowd-recital/core/user/update-profile.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireUser } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { UserType } from '../user/user.type.js';
import { ProfileInput, SpeakerProfileType } from './profile.type.js';

@Resolver(() => UserType)
export class ProfileResolver {
  @FieldResolver(() => SpeakerProfileType, {
    description: 'What this user chose to say about the voice; visible to the user and to admins.',
  })
  async profile(@Root() user: User, @Ctx() { loaders }: Context): Promise<Readonly<SpeakerProfileType>> {
    return shown(await loaders.profile.load(user));
  }

  @Mutation(() => UserType, {
    description:
      'Changes what the caller says about the own voice.\n\nErrors: UNAUTHENTICATED, BAD_USER_INPUT for a year that cannot be, or that does not go with the answer.',
  })
  async updateProfile(
    @Arg('input', () => ProfileInput, { description: 'What to say.' }) input: ProfileInput,
    @Ctx() { em, caller }: Context,
  ): Promise<User> {
    const user = requireUser(caller);
    const { biologicalSex } = input;
    await updateProfile(em, user.id, { yearOfBirth: yearOfBirth(input), biologicalSex });
    return user;
  }
}

function shown(profile: SpeakerProfile | null): Readonly<SpeakerProfileType> {
  return {
    yearOfBirthAnswer: profile?.yearOfBirthAnswer ?? 'unknown',
    yearOfBirth: profile?.yearOfBirth ?? null,
    biologicalSex: profile?.biologicalSex ?? null,
  };
}

function yearOfBirth({
  yearOfBirth: year,
  yearOfBirthAnswer: answer,
}: ProfileInput): YearOfBirth | undefined {
  if (year === undefined && (answer === undefined || answer === null)) return undefined;
  return { answer: answer ?? (year === null ? 'unknown' : 'given'), year: year ?? null };
}
