import { beforeEach, describe, expect, it } from 'vitest';
import { forgetInvite, rememberInvite, rememberedInvite } from './invite';

beforeEach(() => localStorage.clear());

describe('the code of an invite', () => {
  it.each(['/?invite=abc', '/texts?x=1&invite=%20abc', '/login?invite=abc#top'])(
    'is remembered from %s',
    (address) => {
      rememberInvite(address);
      expect(rememberedInvite()).toBe('abc');
    },
  );

  it('stays when another page is opened, until it was used', () => {
    rememberInvite('/?invite=abc');
    rememberInvite('/texts');
    rememberInvite('/texts?invite=');
    expect(rememberedInvite()).toBe('abc');
    forgetInvite();
    expect(rememberedInvite()).toBeNull();
  });
});
