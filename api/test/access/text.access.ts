import { admins, asObject, connectionFields, speakers, visible, type NounAccess } from './matrix.js';

export const textAccess: NounAccess = {
  operations: {
    'Query.texts': { args: () => '(first: 5)', outcomes: speakers },
    'Query.text': { args: ({ textId }) => `(id: "${textId}")`, outcomes: visible },
    'Mutation.createTextFromPlainText': {
      args: () => '(input: { title: "Mine", language: EN, text: "One. Two." })',
      outcomes: speakers,
    },
    'Mutation.publishText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: admins },
    'Mutation.unpublishText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: admins },
    'Mutation.archiveText': { args: ({ textId }) => `(id: "${textId}")`, outcomes: admins },
    'Mutation.updateText': { args: ({ textId }) => `(id: "${textId}", input: {})`, outcomes: admins },
    'Mutation.editText': {
      args: ({ textId }) => `(id: "${textId}", expectedRevision: 1, paragraphs: [["New words."]])`,
      outcomes: admins,
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
      'owner',
      'archivedAt',
      'currentRevision',
      'createdAt',
      'updatedAt',
    ),
    TextRevision: asObject('id', 'number', 'paragraphs', 'sentenceCount', 'wordCount', 'createdAt'),
    ...connectionFields('TextDocument'),
  },
};
