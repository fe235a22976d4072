import { beforeEach, describe, expect, it } from 'vitest';
import { rememberedPlace, rememberPlace } from './remembered-place';

const place = (textId: string, sentence = 1) => ({
  textId,
  revisionId: 'r1',
  position: { paragraph: 0, sentence },
  sentenceNumber: sentence + 1,
});

describe('remembered place', () => {
  beforeEach(() => localStorage.clear());

  it('is one per text, the newest', () => {
    rememberPlace(place('a', 1));
    rememberPlace(place('a', 4));
    expect(rememberedPlace('a', 'r1')?.position.sentence).toBe(4);
  });

  it('does not hold for another revision', () => {
    rememberPlace(place('a'));
    expect(rememberedPlace('a', 'r2')).toBeNull();
  });

  it('forgets the text that was read longest ago beyond twenty', () => {
    for (let text = 0; text < 21; text += 1) rememberPlace(place(`text ${text}`));
    expect(rememberedPlace('text 0', 'r1')).toBeNull();
    expect(rememberedPlace('text 1', 'r1')).not.toBeNull();
  });

  it.each(['{', '{"a":1}', '[1,null,{"textId":"a"}]'])('survives the storage holding %s', (stored) => {
    localStorage.setItem('recital-places', stored);
    expect(rememberedPlace('a', 'r1')).toBeNull();
    rememberPlace(place('a'));
    expect(rememberedPlace('a', 'r1')).not.toBeNull();
  });
});
