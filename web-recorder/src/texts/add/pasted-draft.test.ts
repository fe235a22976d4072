import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAST_USER } from '../../offline/kept-answers';
import { readDraft, usePastedDraft } from './pasted-draft';

const nothing = { title: '', text: '', language: null };

beforeEach(() => localStorage.setItem(LAST_USER, 'noa'));
afterEach(() => localStorage.clear());

describe('a pasted text', () => {
  it('is there again after a reload', async () => {
    const { draft } = usePastedDraft('noa');
    Object.assign(draft, { title: 'A day', text: 'It rained.', language: 'EN' });
    await nextTick();
    expect(usePastedDraft('noa').draft).toEqual({ title: 'A day', text: 'It rained.', language: 'EN' });
  });

  it('is kept no longer once it is saved', async () => {
    const { draft, wasSaved } = usePastedDraft('noa');
    draft.text = 'It rained.';
    await nextTick();
    wasSaved({ title: '', text: 'It rained.' });
    expect(usePastedDraft('noa').draft).toEqual(nothing);
  });

  it('is kept with what was typed between saving and the answer', async () => {
    const { draft, wasSaved } = usePastedDraft('noa');
    draft.text = 'It rained. Then';
    await nextTick();
    wasSaved({ title: '', text: 'It rained.' });
    expect(usePastedDraft('noa').draft).toEqual({ ...nothing, text: 'It rained. Then' });
  });

  it('that was emptied leaves nothing', async () => {
    const { draft } = usePastedDraft('noa');
    draft.text = 'It rained.';
    await nextTick();
    draft.text = '';
    await nextTick();
    expect(Object.keys(localStorage)).toEqual([LAST_USER]);
  });

  it.each([null, '', 'no JSON', '3', '{"text":3,"language":"FR"}'])('kept as %s is empty', (stored) => {
    expect(readDraft(stored)).toEqual(nothing);
  });
});
