import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { readChoices, useReadingChoices } from './reading-choices';

const atFirst = { size: null, font: 'book', focus: false, letterKeys: true };

describe('how somebody likes to read', () => {
  it('is kept in the browser', async () => {
    const choices = useReadingChoices();
    Object.assign(choices, { size: 2.5, font: 'clear', focus: true, letterKeys: false });
    await nextTick();
    expect(useReadingChoices()).toEqual({ size: 2.5, font: 'clear', focus: true, letterKeys: false });
    localStorage.clear();
  });

  it.each([null, 'null', '7', 'not JSON', '{"size":99,"font":"comic","focus":"yes","letterKeys":1}'])(
    'kept as %s is as in the beginning',
    (stored) => expect(readChoices(stored)).toEqual(atFirst),
  );
});
