import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectScope, ref, type EffectScope } from 'vue';
import { createSignInState } from './sign-in-state';

let page: EffectScope;
beforeEach(() => (page = effectScope()));
afterEach(() => page.stop());

describe('the way to the sign-in page', () => {
  it('is taken when the server says that nobody is signed in', () => {
    const state = createSignInState();
    expect(state.mustSignIn.value).toBe(false);
    state.markSignedOut();
    expect(state.mustSignIn.value).toBe(true);
  });

  it('waits until the recital is over', () => {
    const state = createSignInState();
    const recording = ref(true);
    page.run(() => state.holdWhile(() => recording.value));
    state.markSignedOut();
    expect([state.signedOut.value, state.mustSignIn.value]).toEqual([true, false]);
    recording.value = false;
    expect(state.mustSignIn.value).toBe(true);
  });

  it('is free again when the page that held it is gone', () => {
    const state = createSignInState();
    page.run(() => state.holdWhile(() => true));
    state.markSignedOut();
    page.stop();
    expect(state.mustSignIn.value).toBe(true);
  });
});
