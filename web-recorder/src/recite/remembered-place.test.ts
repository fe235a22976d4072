import { beforeEach, describe, expect, it } from 'vitest';
import { rememberedPlace, rememberPlace, sentenceToBegin } from './remembered-place';

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

describe('where one goes on', () => {
  beforeEach(() => localStorage.clear());

  const text = (progress: { paragraph: number; sentence: number; lastReadAt: string } | null) => ({
    id: 'a',
    title: 'A text',
    language: 'EN' as const,
    currentRevision: { id: 'r1', sentenceCount: 3, paragraphs: [['One.'], ['Two.', 'Three.']] },
    progress,
  });
  const [past, future] = ['2026-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'] as const;

  it('is the beginning of a new text', () => expect(sentenceToBegin(text(null))).toBe(1));

  it('is behind what was read on another device', () => {
    expect(sentenceToBegin(text({ paragraph: 1, sentence: 0, lastReadAt: past }))).toBe(3);
  });

  it('is where this device stopped, unless another one read on later', () => {
    rememberPlace(place('a', 1));
    expect(sentenceToBegin(text({ paragraph: 0, sentence: 0, lastReadAt: past }))).toBe(2);
    expect(sentenceToBegin(text({ paragraph: 1, sentence: 0, lastReadAt: future }))).toBe(3);
  });

  it('is the beginning again after the last sentence', () => {
    expect(sentenceToBegin(text({ paragraph: 1, sentence: 1, lastReadAt: past }))).toBe(1);
  });
});
