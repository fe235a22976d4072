import { describe, expect, it } from 'vitest';
import { redirectTarget } from './redirect-target';

describe('redirectTarget', () => {
  it('goes to a path of this site', () => {
    expect(redirectTarget('/recite/7?x=1#y')).toBe('/recite/7?x=1#y');
    expect(redirectTarget('/admin/users')).toBe('/admin/users');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    undefined,
    ['/a'],
  ])('goes home instead of to %s', (wanted) => expect(redirectTarget(wanted)).toBe('/'));

  it('does not go round in circles', () => expect(redirectTarget('/login?redirect=/x')).toBe('/'));
});
