import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './preferred-language';

describe('the language to begin in', () => {
  it.each([
    ['en', ['he-IL'], 'en'],
    [null, ['fr-FR', 'yi', 'he'], 'yi'],
    [null, ['en-GB', 'he'], 'en'],
    [null, ['iw-IL'], 'he'],
    [null, ['ji'], 'yi'],
    [null, ['fr', 'de'], 'he'],
    ['klingon', ['en'], 'en'],
  ])('with %s chosen before and a browser of %o is %s', (stored, ofBrowser, language) =>
    expect(preferredLanguage(stored, ofBrowser)).toBe(language),
  );
});
