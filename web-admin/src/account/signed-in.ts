import { inject, type ComputedRef, type InjectionKey } from 'vue';
import type { SignedInPersonFragment } from '../gql/generated';

export const signedInKey: InjectionKey<ComputedRef<SignedInPersonFragment | null>> = Symbol('signed in');

/** The person who is signed in, for whatever lies behind the gate. */
export function useSignedIn(): ComputedRef<SignedInPersonFragment | null> {
  const person = inject(signedInKey);
  if (!person) throw new Error('useSignedIn() needs the account gate above it');
  return person;
}
