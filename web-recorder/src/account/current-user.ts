import { inject, type ComputedRef, type InjectionKey } from 'vue';
import type { SignedInUserFragment } from '../gql/generated';

export const currentUserKey: InjectionKey<ComputedRef<SignedInUserFragment>> = Symbol('current user');

/** Who is signed in; only below SignedInGate, which shows nothing of the app before that is known. */
export function useCurrentUser(): ComputedRef<SignedInUserFragment> {
  const user = inject(currentUserKey);
  if (!user) throw new Error('useCurrentUser() needs SignedInGate above it');
  return user;
}
