import { inject, shallowRef, type InjectionKey, type Ref } from 'vue';

/** What has been heard of the signature since the user was last asked for: the server's answers, and this page's. */
export interface AgreementState {
  /** Null: nothing yet, the user's own field holds. */
  required: Readonly<Ref<boolean | null>>;
  /** The server refused something: the terms have to be agreed to, perhaps anew. */
  markRequired: () => void;
  markGiven: () => void;
}

export const agreementStateKey: InjectionKey<AgreementState> = Symbol('agreement state');

/** One per app. */
export function createAgreementState(): AgreementState {
  const required = shallowRef<boolean | null>(null);
  return {
    required,
    markRequired: () => (required.value = true),
    markGiven: () => (required.value = false),
  };
}

/** The app's agreement state; throws where none was provided. */
export function useAgreementState(): AgreementState {
  const state = inject(agreementStateKey);
  if (!state) throw new Error('useAgreementState() needs an app that provides agreementStateKey');
  return state;
}
