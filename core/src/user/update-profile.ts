import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { badInput } from '../errors/app-error.js';
import { checkWholeNumber } from '../input/check-number.js';
import { holdAccount } from './hold-account.js';
import type { BiologicalSex, YearOfBirthAnswer } from './speaker-profile.entity.js';

/** What a speaker says of the voice; what is undefined stays as it is. */
export interface ProfileChanges {
  readonly yearOfBirth?: YearOfBirth | undefined;
  /** Null: says nothing any more. */
  readonly biologicalSex?: BiologicalSex | null | undefined;
}

/** A year goes with the answer `given` and no other. */
export interface YearOfBirth {
  readonly answer: YearOfBirthAnswer;
  readonly year: number | null;
}

/** The predecessor's bounds: nobody who records is older, or younger than 16. */
const earliestYear = 1920;
const youngestAge = 16;

/**
 * Writes what a speaker says of the voice.
 * @param now - decides who is old enough.
 * @throws BAD_USER_INPUT for a year that cannot be, or that does not go with the answer.
 */
export async function updateProfile(
  em: EntityManager,
  userId: string,
  { yearOfBirth, biologicalSex }: ProfileChanges,
  now = new Date(),
): Promise<void> {
  if (yearOfBirth !== undefined) checkYear(yearOfBirth, now);
  await inTransaction(em, async (transaction) => {
    await holdAccount(transaction, userId);
    await transaction.execute('insert into speaker_profiles (user_id) values (?) on conflict do nothing', [
      userId,
    ]);
    if (yearOfBirth !== undefined) {
      await transaction.execute(
        `update speaker_profiles set year_of_birth_answer = ?, year_of_birth = ?, updated_at = now()
         where user_id = ?`,
        [yearOfBirth.answer, yearOfBirth.year, userId],
      );
    }
    if (biologicalSex !== undefined) {
      await transaction.execute(
        'update speaker_profiles set biological_sex = ?, updated_at = now() where user_id = ?',
        [biologicalSex, userId],
      );
    }
  });
}

function checkYear({ answer, year }: YearOfBirth, now: Date): void {
  if ((answer === 'given') !== (year !== null)) {
    throw badInput('yearOfBirth', 'A year of birth goes with the answer GIVEN, and with no other.');
  }
  if (year !== null) {
    checkWholeNumber('yearOfBirth', year, { least: earliestYear, most: now.getUTCFullYear() - youngestAge });
  }
}
