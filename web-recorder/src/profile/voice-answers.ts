import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { BiologicalSex, OwnProfileFragment, ProfileInput } from '../gql/generated';
import { readYear } from './year-of-birth';

type Profile = OwnProfileFragment['profile'];

export interface VoiceAnswers {
  readonly sex: Ref<BiologicalSex | ''>;
  readonly year: Ref<string>;
  readonly declined: Ref<boolean>;
  /** False: what stands for the year is none. */
  readonly readable: ComputedRef<boolean>;
  /** What differs from what the server knows: the rest may have been changed on another device. */
  readonly changes: () => ProfileInput;
}

/**
 * What somebody says of the voice, before it is saved. What the server tells meanwhile takes the place only of answers
 * that nobody has changed here.
 */
export function useVoiceAnswers(profile: () => Profile): VoiceAnswers {
  const sex = ref<BiologicalSex | ''>('');
  const year = ref('');
  const declined = ref(false);
  const yearAnswer = (): string => (declined.value ? 'DECLINED' : year.value.trim());
  let known = { sex: sex.value, yearAnswer: yearAnswer() };

  watch(
    profile,
    (told) => {
      const isDeclined = told.yearOfBirthAnswer === 'DECLINED';
      const toldYear = told.yearOfBirth?.toString() ?? '';
      const now = { sex: told.biologicalSex ?? '', yearAnswer: isDeclined ? 'DECLINED' : toldYear } as const;
      if (sex.value === known.sex) sex.value = now.sex;
      if (yearAnswer() === known.yearAnswer) {
        year.value = toldYear;
        declined.value = isDeclined;
      }
      known = now;
    },
    { immediate: true },
  );

  return {
    sex,
    year,
    declined,
    readable: computed(() => declined.value || readYear(year.value) !== undefined),
    changes() {
      const input: ProfileInput = {};
      if (sex.value !== known.sex) input.biologicalSex = sex.value || null;
      if (yearAnswer() === known.yearAnswer) return input;
      if (declined.value) return { ...input, yearOfBirthAnswer: 'DECLINED' };
      return { ...input, yearOfBirth: readYear(year.value) ?? null };
    },
  };
}
