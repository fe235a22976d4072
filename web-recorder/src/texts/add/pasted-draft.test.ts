import { nextTick } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetPastedDraft, readDraft, usePastedDraft } from './pasted-draft';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('a pasted text', () => {
  it('is there again after a reload, for whoever pasted it and nobody else', async () => {
    const { draft } = usePastedDraft('one');
    Object.assign(draft, { title: 'A day', text: 'It rained.', language: 'EN' });
    await nextTick();
    expect(usePastedDraft('one').draft).toEqual({ title: 'A day', text: 'It rained.', language: 'EN' });
    expect(usePastedDraft('other').draft).toEqual({ title: '', text: '', language: null });
  });

  it('is kept no longer once it is saved, nor by what is typed after that', async () => {
    const { draft, forget } = usePastedDraft('one');
    draft.text = 'It rained.';
    await nextTick();
    forget();
    draft.text = 'It rained again.';
    await nextTick();
    expect(localStorage).toHaveLength(0);
  });

  it('that was emptied leaves nothing, and neither does one whose user signed out', async () => {
    const { draft } = usePastedDraft('one');
    draft.text = 'It rained.';
    await nextTick();
    expect(localStorage).toHaveLength(1);
    draft.text = '';
    await nextTick();
    expect(localStorage).toHaveLength(0);
    draft.text = 'It rained.';
    await nextTick();
    forgetPastedDraft('one');
    expect(localStorage).toHaveLength(0);
  });

  it('that finds no room stays in the page', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { draft } = usePastedDraft('one');
    draft.text = 'It rained.';
    await nextTick();
    expect(draft.text).toBe('It rained.');
  });

  it.each([null, '', 'no JSON', '3', '{"text":3,"language":"FR"}'])('kept as %s is empty', (stored) => {
    expect(readDraft(stored)).toEqual({ title: '', text: '', language: null });
  });
});
