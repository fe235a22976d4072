import type {
  Language,
  TextFilter,
  TextOrderField,
  TextRowFragment,
  TextSourceKind,
  TextsQueryVariables,
} from '../gql/generated';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { listColumns } from '../list/table-features';

const column = listColumns<TextRowFragment>();

export const textColumns = column.columns([
  column.accessor('title', { id: 'title', meta: { title: 'texts.column.title' } }),
  column.accessor('language', {
    id: 'language',
    enableSorting: false,
    meta: { title: 'texts.column.language' },
  }),
  column.accessor('sourceKind', {
    id: 'source',
    enableSorting: false,
    meta: { title: 'texts.column.source', spare: true },
  }),
  column.accessor('public', {
    id: 'state',
    enableSorting: false,
    meta: { title: 'texts.column.state', card: 'beside' },
  }),
  column.accessor(({ owner }) => owner?.name, {
    id: 'owner',
    enableSorting: false,
    meta: { title: 'texts.column.owner' },
  }),
  column.accessor(({ currentRevision }) => currentRevision.sentenceCount, {
    id: 'sentences',
    enableSorting: false,
    meta: { title: 'texts.column.sentences', numeric: true },
  }),
  column.accessor('recordings', {
    id: 'recordings',
    enableSorting: false,
    meta: { title: 'texts.column.recordings', numeric: true },
  }),
  column.accessor('recordedSeconds', {
    id: 'given',
    enableSorting: false,
    meta: { title: 'texts.column.given', numeric: true, spare: true },
  }),
  column.accessor('createdAt', { id: 'added', meta: { title: 'texts.column.added', spare: true } }),
  column.accessor('id', { id: 'id', enableSorting: false, meta: { title: 'texts.column.id' } }),
]);

const ORDER: Readonly<Record<string, TextOrderField>> = { added: 'CREATED_AT', title: 'TITLE' };

const LANGUAGES: Readonly<Record<string, Language>> = { he: 'HE', yi: 'YI', en: 'EN' };

const SOURCES: Readonly<Record<string, TextSourceKind>> = {
  wiki: 'WIKI_ARTICLE',
  file: 'FILE_UPLOAD',
  pasted: 'PLAIN_TEXT',
};

const STATES: Readonly<Record<string, TextFilter>> = {
  public: { public: true },
  private: { public: false },
  archived: { archived: true },
};

export const languageChoices = Object.keys(LANGUAGES);
export const sourceChoices = Object.keys(SOURCES);
export const stateChoices = Object.keys(STATES);

/** The key of a source among the messages. */
export function sourceName(kind: TextSourceKind): string {
  return sourceChoices.find((name) => SOURCES[name] === kind) ?? 'pasted';
}

export const textsSpec: ListSpec = {
  columns: [
    'title',
    'language',
    'source',
    'state',
    'owner',
    'sentences',
    'recordings',
    'given',
    'added',
    'id',
  ],
  shownColumns: ['title', 'language', 'state', 'owner', 'sentences', 'recordings', 'added'],
  sortable: Object.keys(ORDER),
  sort: { column: 'added', descending: true },
  filters: { state: stateChoices, language: languageChoices, source: sourceChoices, owner: 'any' },
};

/** What the API is asked for to show a state of the list. */
export function textsVariables(state: ListState): TextsQueryVariables {
  const { filters } = state;
  const filter: TextFilter = { ...STATES[filters.state?.[0] ?? ''] };
  if (state.search) filter.search = state.search;
  const language = LANGUAGES[filters.language?.[0] ?? ''];
  if (language) filter.language = language;
  const sources = (filters.source ?? []).flatMap((choice) => SOURCES[choice] ?? []);
  if (sources.length) filter.sourceKinds = sources;
  if (filters.owner?.[0]) filter.ownerId = filters.owner[0];
  return {
    ...pageArguments(state),
    filter,
    orderBy: {
      field: ORDER[state.sort.column] ?? 'CREATED_AT',
      direction: state.sort.descending ? 'DESC' : 'ASC',
    },
  };
}
