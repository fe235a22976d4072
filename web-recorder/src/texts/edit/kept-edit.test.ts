import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectScope, nextTick, type EffectScope } from 'vue';
import type { EditedTextFragment } from '../../gql/generated';
import { LAST_USER } from '../../offline/kept-answers';
import { readEdit, useKeptEdit, type KeepsEdit } from './kept-edit';
import { useTextDraft, type TextDraft } from './use-text-draft';

const text = {
  id: 'weather',
  title: 'Weather',
  language: 'EN',
  currentRevision: { number: 3, paragraphs: [['It rained.', 'It stopped.']] },
} as unknown as EditedTextFragment;

let page: EffectScope;
beforeEach(() => {
  localStorage.setItem(LAST_USER, 'noa');
  page = effectScope();
});
afterEach(() => {
  page.stop();
  localStorage.clear();
});

/** Opens the text anew, as after a reload. */
function open(given = text): { draft: TextDraft; kept: KeepsEdit } {
  page.stop();
  page = effectScope();
  const opened = page.run(() => {
    const draft = useTextDraft(given);
    return { draft, kept: useKeptEdit('noa', given, draft) };
  });
  if (!opened) throw new Error('The page is closed');
  return opened;
}

describe('an edit that is not saved', () => {
  it('is there again after a reload, what is open included, and can be taken back', async () => {
    const first = open();
    first.draft.title.value = 'The weather';
    first.draft.words.open(1);
    first.draft.words.typed.value = 'It poured.';
    await nextTick();
    expect([first.kept.isKept.value, first.kept.isFromBefore.value]).toEqual([true, false]);

    const { draft, kept } = open();
    expect(kept.isFromBefore.value).toBe(true);
    expect(draft.details()).toEqual({ title: 'The weather' });
    expect(draft.words.paragraphs()).toEqual([['It poured.', 'It stopped.']]);
    draft.words.undo();
    draft.title.value = 'Weather';
    await nextTick();
    expect([kept.isFromBefore.value, open().kept.isFromBefore.value]).toEqual([false, false]);
  });

  it('puts nothing in the place of what somebody else changed meanwhile', async () => {
    open().draft.title.value = 'The weather';
    await nextTick();
    const theirs = { ...text, currentRevision: { number: 4, paragraphs: [['It snowed.']] } } as typeof text;
    const { draft } = open(theirs);
    expect([draft.title.value, draft.words.isChanged.value]).toEqual(['The weather', false]);

    draft.words.open(1);
    draft.words.typed.value = 'It snows.';
    await nextTick();
    const later = { ...text, currentRevision: { number: 5, paragraphs: [['It thaws.']] } } as typeof text;
    expect(open(later).draft.revision.value).toBe(4);
  });

  it('is gone once it is saved or not wanted any more', async () => {
    const first = open();
    first.draft.title.value = 'The weather';
    await nextTick();
    first.draft.detailsWereSaved(first.draft.details());
    await nextTick();
    expect(localStorage).toHaveLength(1);
    first.draft.title.value = 'Rain';
    await nextTick();
    first.kept.forget();
    first.draft.title.value = 'Rains';
    await nextTick();
    expect(localStorage).toHaveLength(1);
  });

  it.each([
    null,
    '[]',
    '{"title":3,"language":"FR","paragraphs":["no"]}',
    '{"paragraphs":[[3]],"revision":"3"}',
  ])('kept as %s changes nothing', (stored) =>
    expect(readEdit(stored)).toEqual({ revision: null, title: null, language: null, paragraphs: null }),
  );
});
