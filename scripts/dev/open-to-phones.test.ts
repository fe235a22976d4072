import { expect, it } from 'vitest';
import { openToPhones } from './open-to-phones.js';

it('keeps the address that was set, and lets phones sign in', () => {
  const env = { PUBLIC_URL: 'https://192.0.2.7:5173' };
  openToPhones(env);
  expect(env).toEqual({ PUBLIC_URL: 'https://192.0.2.7:5173', DEV_SIGN_IN_ANYWHERE: 'true' });
});

it('leaves sign-in closed where it was said to be', () => {
  const env = { PUBLIC_URL: 'https://192.0.2.7:5173', DEV_SIGN_IN_ANYWHERE: 'false' };
  openToPhones(env);
  expect(env.DEV_SIGN_IN_ANYWHERE).toBe('false');
});
