import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAST_USER } from '../offline/kept-answers';
import { draftPlace, forgetDrafts } from './kept-draft';

beforeEach(() => localStorage.setItem(LAST_USER, 'noa'));
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('what is not saved', () => {
  it('stays for whoever wrote it and nobody else', () => {
    expect(draftPlace('noa', 'pasted').keep({ text: 'It rained.' })).toBe(true);
    expect(draftPlace('noa', 'pasted').read()).toBe('{"text":"It rained."}');
    expect(draftPlace('noa', 'other').read()).toBeNull();
    expect(draftPlace('dan', 'pasted').read()).toBeNull();
  });

  it('leaves the device with its user, and no other tab of theirs writes it again', () => {
    localStorage.setItem('recital-unsaved:dan:pasted', '{}');
    const place = draftPlace('noa', 'pasted');
    place.keep({ text: 'It rained.' });
    localStorage.removeItem(LAST_USER);
    forgetDrafts('noa');
    expect(place.keep({ text: 'It rained again.' })).toBe(false);
    localStorage.setItem(LAST_USER, 'dan');
    expect(place.keep({ text: 'It rained again.' })).toBe(false);
    expect(Object.keys(localStorage).toSorted()).toEqual([LAST_USER, 'recital-unsaved:dan:pasted']);
  });

  it('says so when there is no room for it', () => {
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: () => 'noa', setItem });
    expect(draftPlace('noa', 'pasted').keep({})).toBe(false);
  });
});
