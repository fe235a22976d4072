import { aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import type { TestClient } from '../../test/client.js';
import { testServer } from '../../test/server.js';

const server = await testServer();

const nothing = { yearOfBirthAnswer: 'UNKNOWN', yearOfBirth: null, biologicalSex: null };

async function aSpeaker(): Promise<TestClient> {
  return server.as(await aUser(server.database.em()));
}

async function update(speaker: TestClient, input: object): Promise<unknown> {
  const { updateProfile } = await speaker.data<{ updateProfile: { profile: unknown } }>(
    'mutation ($input: ProfileInput!) { updateProfile(input: $input) { profile { yearOfBirthAnswer yearOfBirth biologicalSex } } }',
    { input },
  );
  const { me } = await speaker.data<{ me: { profile: unknown } }>(
    '{ me { profile { yearOfBirthAnswer yearOfBirth biologicalSex } } }',
  );
  expect(me.profile).toEqual(updateProfile.profile);
  return me.profile;
}

describe('the profile', () => {
  it('says nothing until the speaker does, and invents nothing', async () => {
    const speaker = await aSpeaker();
    expect(await update(speaker, {})).toEqual(nothing);
    expect(await update(speaker, { biologicalSex: 'FEMALE' })).toEqual({
      ...nothing,
      biologicalSex: 'FEMALE',
    });
    expect(await update(speaker, { yearOfBirth: 1984 })).toEqual({
      yearOfBirthAnswer: 'GIVEN',
      yearOfBirth: 1984,
      biologicalSex: 'FEMALE',
    });
  });

  it('takes answers back, and knows who would rather not say', async () => {
    const speaker = await aSpeaker();
    await update(speaker, { yearOfBirth: 1984, biologicalSex: 'MALE' });
    const declined = { ...nothing, yearOfBirthAnswer: 'DECLINED' };
    expect(await update(speaker, { yearOfBirthAnswer: 'DECLINED', biologicalSex: null })).toEqual(declined);
    expect(await update(speaker, { biologicalSex: 'UNSPECIFIED' })).toEqual({
      ...declined,
      biologicalSex: 'UNSPECIFIED',
    });
    expect(await update(speaker, { yearOfBirth: null, biologicalSex: null })).toEqual(nothing);
  });

  const youngest = new Date().getUTCFullYear() - 16;
  it.each([1920, youngest])('takes the year %i', async (yearOfBirth) => {
    expect(await update(await aSpeaker(), { yearOfBirth })).toMatchObject({ yearOfBirth });
  });

  it.each([
    { yearOfBirth: 1919 },
    { yearOfBirth: youngest + 1 },
    { yearOfBirth: 0 },
    { yearOfBirthAnswer: 'GIVEN' },
    { yearOfBirthAnswer: 'DECLINED', yearOfBirth: 1984 },
  ])('refuses %j and changes nothing', async (input) => {
    const speaker = await aSpeaker();
    const answer = await speaker.query(
      'mutation ($input: ProfileInput!) { updateProfile(input: $input) { id } }',
      { input: { ...input, biologicalSex: 'MALE' } },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'yearOfBirth' });
    expect(await update(speaker, {})).toEqual(nothing);
  });
});
