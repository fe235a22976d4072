import { computed, inject, onScopeDispose, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue';

export interface SignInState {
  /** True as soon as the server said that nobody is signed in (any more) */
  signedOut: Readonly<Ref<boolean>>;
  /** True when the app may leave for the sign-in page: signed out, and no voice is being recorded */
  mustSignIn: Readonly<Ref<boolean>>;
  /** True while a voice is being recorded: nobody is sent anywhere then. */
  held: Readonly<Ref<boolean>>;
  markSignedOut: () => void;
  /** While `busy` is true nobody is sent away to sign in; ends with the caller's scope. */
  holdWhile: (busy: () => boolean) => void;
}

export const signInStateKey: InjectionKey<SignInState> = Symbol('sign-in state');

/** One per app. A new sign-in loads the page anew, so that nothing of another person is left in memory. */
export function createSignInState(): SignInState {
  const signedOut = ref(false);
  const holding = shallowRef<ReadonlySet<symbol>>(new Set());

  function holdWhile(busy: () => boolean): void {
    const holder = Symbol('holder');
    const set = (held: boolean): void => {
      const next = new Set(holding.value);
      if (held) next.add(holder);
      else next.delete(holder);
      holding.value = next;
    };
    watch(busy, set, { immediate: true, flush: 'sync' });
    onScopeDispose(() => set(false));
  }

  const held = computed(() => holding.value.size > 0);
  return {
    signedOut,
    held,
    mustSignIn: computed(() => signedOut.value && !held.value),
    markSignedOut: () => (signedOut.value = true),
    holdWhile,
  };
}

/** The app's sign-in state; throws where none was provided. */
export function useSignInState(): SignInState {
  const state = inject(signInStateKey);
  if (!state) throw new Error('useSignInState() needs an app that provides signInStateKey');
  return state;
}
