import { describe, expect, it } from 'vitest';
import { useSentenceDraft } from './sentence-draft';
import { merge, remove } from './sentences';

const text = [['One.', 'Two.'], ['Three.']];

function draftWithKeys() {
  const draft = useSentenceDraft(text);
  const [one = 0, two = 0, three = 0] = draft.sentences.value.map(({ key }) => key);
  return { draft, one, two, three };
}

describe('a draft of sentences', () => {
  it('takes back step by step, and knows when nothing is left to save', () => {
    const { draft, one, three } = draftWithKeys();
    expect([draft.isChanged.value, draft.canUndo.value]).toEqual([false, false]);
    draft.change((given) => merge(given, one, 'One!'));
    draft.change((given) => remove(given, three));
    expect(draft.paragraphs()).toEqual([['One! Two.']]);
    draft.undo();
    expect(draft.paragraphs()).toEqual([['One! Two.'], ['Three.']]);
    draft.undo();
    expect(draft.paragraphs()).toEqual(text);
    expect([draft.isChanged.value, draft.canUndo.value]).toEqual([false, false]);
  });

  it('loses nothing that was typed when another sentence is opened, or when it is saved', () => {
    const { draft, one, two } = draftWithKeys();
    draft.open(one);
    draft.typed.value = 'One!';
    expect([draft.isChanged.value, draft.canUndo.value]).toEqual([true, true]);
    draft.open(two);
    expect(draft.typed.value).toBe('Two.');
    draft.typed.value = 'Two!';
    expect(draft.paragraphs()).toEqual([['One!', 'Two!'], ['Three.']]);
    draft.close('taken');
    expect(draft.sentences.value.map(({ text: words }) => words)).toEqual(['One!', 'Two!', 'Three.']);
  });

  it('takes back what is typed before it takes back a step', () => {
    const { draft, one, two } = draftWithKeys();
    draft.change((given) => remove(given, one));
    draft.open(two);
    draft.typed.value = 'Zwei.';
    draft.undo();
    expect([draft.opened.value, draft.paragraphs()]).toEqual([null, [['Two.'], ['Three.']]]);
    draft.open(two);
    draft.typed.value = 'Zwei.';
    draft.close('as it was');
    expect(draft.paragraphs()).toEqual([['Two.'], ['Three.']]);
    draft.undo();
    expect(draft.paragraphs()).toEqual(text);
  });

  it('is compared with what was sent, not with what was typed since', () => {
    const { draft, one, two } = draftWithKeys();
    draft.change((given) => remove(given, one));
    const sent = draft.paragraphs();
    draft.change((given) => remove(given, two));
    draft.wasSaved(sent);
    expect(draft.isChanged.value).toBe(true);
    draft.undo();
    expect([draft.isChanged.value, draft.canUndo.value]).toEqual([false, true]);
    draft.begin([['Else.']]);
    expect([draft.isChanged.value, draft.canUndo.value, draft.paragraphs()]).toEqual([
      false,
      false,
      [['Else.']],
    ]);
  });
});
