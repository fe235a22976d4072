import { expect, it } from 'vitest';
import { useTextDraft } from './use-text-draft';

it('saves of title and language what was changed: an admin may have changed the other meanwhile', () => {
  const draft = useTextDraft({
    id: 'one',
    title: 'The harbour',
    language: 'EN',
    public: false,
    mine: true,
    archivedAt: null,
    currentRevision: { id: 'first', number: 1, paragraphs: [['The harbour wakes early.']] },
  });
  expect([draft.detailsChanged.value, draft.details()]).toEqual([false, {}]);
  draft.title.value = ' The old harbour ';
  expect([draft.detailsChanged.value, draft.details()]).toEqual([true, { title: 'The old harbour' }]);
  draft.detailsWereSaved(draft.details());
  draft.language.value = 'YI';
  expect(draft.details()).toEqual({ language: 'YI' });
  draft.language.value = 'EN';
  expect(draft.detailsChanged.value).toBe(false);
});
