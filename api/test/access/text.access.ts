import {
  admins,
  asObject,
  connectionFields,
  speakers,
  visible,
  type FieldAccess,
  type NounAccess,
} from './matrix.js';

/** Progress is the caller's own; the admins here have read nothing. */
const whoeverRead: FieldAccess = { admin: 'absent', delegatedAdmin: 'absent' };

export const textAccess: NounAccess = {
  operations: {
    'Query.texts': { args: () => '(first: 5)', outcomes: speakers },
    'Query.text': { args: ({ textId }) => `(id: "${textId}")`, outcomes: visible },
    'Mutation.createTextFromPlainText': {
      args: () => '(input: { title: "Mine", language: EN, text: "One. Two." })',
      outcomes: speakers,
    },
    'Mutation.createTextFromWiki': {
      args: () => '(input: { url: "https://en.wikipedia.org/wiki/Harbor" })',
      outcomes: speakers,
    },
    'Mutation.createTextFromFile': {
      send: (client) => client.sendFile('harbour.txt', Buffer.from('One. Two.'), { language: 'EN' }),
      outcomes: speakers,
    },
    'Query.textImport': { args: ({ importId }) => `(id: "${importId}")`, outcomes: visible },
    'Query.textImports': { args: () => '(first: 5)', outcomes: speakers },
    'Mutation.publishText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: admins },
    'Mutation.unpublishText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: admins },
    'Mutation.archiveText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: visible },
    'Mutation.deleteText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: visible },
    'Query.suggestText': { args: () => '(language: EN)', outcomes: speakers },
    'Mutation.updateText': { args: ({ textId }) => `(id: "${textId}", input: {})`, outcomes: visible },
    'Mutation.editText': {
      args: ({ textId }) => `(id: "${textId}", expectedRevision: 1, paragraphs: [["New words."]])`,
      outcomes: visible,
    },
  },
  fields: {
    TextDocument: asObject(
      'id',
      'title',
      'language',
      'sourceKind',
      'public',
      'mine',
      'source',
      'progress',
      'owner',
      'archivedAt',
      'currentRevision',
      'createdAt',
      'updatedAt',
    ),
    TextRevision: asObject('id', 'number', 'paragraphs', 'sentenceCount', 'wordCount', 'createdAt'),
    ReadingProgress: {
      sentencesRead: whoeverRead,
      paragraph: whoeverRead,
      sentence: whoeverRead,
      lastReadAt: whoeverRead,
    },
    TextSuggestion: asObject('url', 'title', 'extract', 'pictureUrl'),
    TextImport: asObject(
      'id',
      'batch',
      'sourceKind',
      'source',
      'language',
      'title',
      'public',
      'state',
      'progress',
      'reason',
      'message',
      'texts',
      'owner',
      'createdAt',
      'finishedAt',
    ),
    ...connectionFields('TextImport'),
    ...connectionFields('TextDocument'),
  },
};
