import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OwnProfileFragment } from '../gql/generated';
import { useVoiceAnswers, type VoiceAnswers } from './voice-answers';

const nothing = { biologicalSex: null, yearOfBirth: null, yearOfBirthAnswer: 'UNKNOWN' } as const;
const profile = ref<OwnProfileFragment['profile']>(nothing);
let scope: EffectScope;
let answers: VoiceAnswers;

beforeEach(() => {
  profile.value = { ...nothing, biologicalSex: 'FEMALE', yearOfBirth: 1980, yearOfBirthAnswer: 'GIVEN' };
  scope = effectScope();
  scope.run(() => {
    answers = useVoiceAnswers(() => profile.value);
  });
});
afterEach(() => scope.stop());

async function tell(told: Partial<OwnProfileFragment['profile']>): Promise<void> {
  profile.value = { ...profile.value, ...told };
  await nextTick();
}

it('sends what was changed and nothing else: another device may have said more', () => {
  expect(answers.changes()).toEqual({});
  answers.sex.value = '';
  expect(answers.changes()).toEqual({ biologicalSex: null });
  answers.declined.value = true;
  expect(answers.changes()).toEqual({ biologicalSex: null, yearOfBirthAnswer: 'DECLINED' });
  answers.sex.value = 'FEMALE';
  answers.declined.value = false;
  answers.year.value = '';
  expect(answers.changes()).toEqual({ yearOfBirth: null });
});

it('takes over what the server tells, but where something else is being said', async () => {
  answers.year.value = '1991';
  await tell({ biologicalSex: 'MALE', yearOfBirth: 1970 });
  expect([answers.sex.value, answers.year.value]).toEqual(['MALE', '1991']);
  expect(answers.changes()).toEqual({ yearOfBirth: 1991 });
  await tell({ yearOfBirth: 1991 });
  expect(answers.changes()).toEqual({});
  await tell({ yearOfBirth: null, yearOfBirthAnswer: 'DECLINED' });
  expect([answers.year.value, answers.declined.value]).toEqual(['', true]);
});

it('keeps what was changed while an earlier answer was being saved', async () => {
  answers.sex.value = 'MALE';
  answers.sex.value = 'UNSPECIFIED';
  await tell({ biologicalSex: 'MALE' });
  expect(answers.sex.value).toBe('UNSPECIFIED');
  expect(answers.changes()).toEqual({ biologicalSex: 'UNSPECIFIED' });
});

it('knows what can be a year', () => {
  for (const [typed, readable] of [
    ['1850', false],
    ['198', false],
    ['', true],
  ] as const) {
    answers.year.value = typed;
    expect(answers.readable.value).toBe(readable);
  }
});
