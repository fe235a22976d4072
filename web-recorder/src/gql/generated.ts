/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { useMutation, useQuery, type AnyVariables, type UseQueryArgs } from '@urql/vue';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What the browser says of the microphone and the recorder when a recital begins. */
export type CaptureInput = {
  /** Whether the browser evens out the loudness. */
  autoGainControl?: boolean | null | undefined;
  /** How many channels are recorded. */
  channelCount?: number | null | undefined;
  /** Name of the microphone. */
  deviceLabel?: string | null | undefined;
  /** Whether the browser takes echoes out. */
  echoCancellation?: boolean | null | undefined;
  /** Type of all segments of this recital, such as `audio/webm;codecs=opus`. */
  mimeType: string;
  /** Whether the browser takes noise out. */
  noiseSuppression?: boolean | null | undefined;
  /** Samples a second, in Hz. */
  sampleRate?: number | null | undefined;
  /** Name and version of the browser. */
  userAgent?: string | null | undefined;
};

/** The language of a text; it also gives the direction in which it is read. */
export type Language =
  /** English. */
  | 'EN'
  /** Hebrew. */
  | 'HE'
  /** Yiddish. */
  | 'YI';

/** A text to read aloud, as it was typed or pasted. */
export type PlainTextInput = {
  /** The language it is written in; it decides how sentences are told apart. */
  language: Language;
  /** True: every speaker may read it (admins only). Private if left out. */
  public?: boolean | null | undefined;
  /** The text itself; line breaks set paragraphs apart, sentences are found by the server. */
  text: string;
  /** At most 200 characters; made of the first words if left out. */
  title?: string | null | undefined;
};

/** Why an admin should look at a session. */
export type SessionAttention =
  /** The storage refused to delete everything. */
  | 'DELETION_INCOMPLETE'
  /** The audio is not as long as the recorder said. */
  | 'DURATION_MISMATCH'
  /** Making the finished files failed too often. */
  | 'FINALISATION_FAILED'
  /** Parts of the recording have not arrived. */
  | 'MISSING_SEGMENTS'
  /** There is audio, but nothing says which sentences were read. */
  | 'NO_SENTENCES'
  /** What arrived cannot be read as audio. */
  | 'UNREADABLE_AUDIO';

/** Why a recital ended. */
export type SessionEndReason =
  /** Nothing came for a long time. The server says so, never a client. */
  | 'ABANDONED'
  /** It ended without any voice. Hidden from lists, and still accepting. */
  | 'EMPTY'
  /** The speaker ended it. */
  | 'FINISHED'
  /** Something else did: the microphone went away, the page was closed, the longest time was reached. */
  | 'INTERRUPTED';

/** How far a recital has come. */
export type SessionStatus =
  /** It is being recorded, or its speaker went away without a word not long ago. */
  | 'ACTIVE'
  /** The finished files were made and are being put in their place. */
  | 'AGGREGATED'
  /** A person wished it away, and everything of it was deleted. */
  | 'DISCARDED'
  /** Recording has ended; the finished files are still to be made. */
  | 'ENDED'
  /** The finished files lie in their place. */
  | 'UPLOADED';

/** Which texts; conditions that are given all hold. */
export type TextFilter = {
  /** Only texts in this language. */
  language?: Language | null | undefined;
  /** Only texts of the caller (true), or only those of others (false). */
  mine?: boolean | null | undefined;
  /** Part of the title, in upper or lower case. */
  search?: string | null | undefined;
};

/** What a user may do. */
export type UserGroup =
  /** Everything a speaker may, and sees and manages everyone and everything. */
  | 'ADMIN'
  /** Reads texts aloud, and sees the own texts, the public ones and the own recitals. */
  | 'SPEAKER';

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { logout: boolean };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null } };

export type SignedInUserFragment = { id: string, email: string, name: string, picture: string | null, group: UserGroup | null };

export type SignInAsDevelopmentUserMutationVariables = Exact<{
  email: string;
}>;


export type SignInAsDevelopmentUserMutation = { signInAsDevelopmentUser: { user: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null } } };

export type ClientConfigQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientConfigQuery = { clientConfig: { version: string, developmentMode: boolean, developmentSignInAnywhere: boolean, maxSessionSeconds: number, segmentSeconds: number, maxSegmentBytes: number, developmentUsers: Array<{ email: string, name: string, group: UserGroup | null }> } };

export type TextToReadQueryVariables = Exact<{
  id: string | number;
}>;


export type TextToReadQuery = { text: { id: string, title: string, language: Language, currentRevision: { id: string, sentenceCount: number, paragraphs: Array<Array<string>> } } };

export type DiscardRecordingMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type DiscardRecordingMutation = { discardSession: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, text: { id: string, title: string, language: Language } } };

export type RecordingQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordingQuery = { session: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, text: { id: string, title: string, language: Language } } };

export type RecordingsQueryVariables = Exact<{
  userId: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type RecordingsQuery = { sessions: { edges: Array<{ cursor: string, node: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, text: { id: string, title: string, language: Language } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordingListItemFragment = { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, text: { id: string, title: string, language: Language } };

export type CreateTextFromPlainTextMutationVariables = Exact<{
  input: PlainTextInput;
}>;


export type CreateTextFromPlainTextMutation = { createTextFromPlainText: { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number } } };

export type TextsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: TextFilter | null | undefined;
}>;


export type TextsQuery = { texts: { edges: Array<{ cursor: string, node: { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TextListItemFragment = { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number } };

export type UploadTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type UploadTermsQuery = { me: { id: string }, clientConfig: { segmentSeconds: number, maxSegmentBytes: number } };

export type UploadStateQueryVariables = Exact<{
  sessionId: string | number;
}>;


export type UploadStateQuery = { sessionUploadState: { sessionId: string, audioSegments: Array<{ sequence: number, sha256: string }> } };

export type CreateUploadSessionMutationVariables = Exact<{
  clientKey: string;
  textRevisionId: string | number;
  startedAt: string;
  capture: CaptureInput;
}>;


export type CreateUploadSessionMutation = { createSession: { id: string, user: { id: string } } };

export type UploadAudioSegmentMutationVariables = Exact<{
  sessionId: string | number;
  sequence: number;
  byteLength: number;
  sha256: string;
  mimeType: string;
  audio: Blob;
}>;


export type UploadAudioSegmentMutation = { uploadAudioSegment: { sequence: number, sha256: string } };

export type UploadTextSegmentMutationVariables = Exact<{
  sessionId: string | number;
  sequence: number;
  paragraph: number;
  sentence: number;
  seekStart: number;
  seekEnd: number;
  discarded: boolean;
}>;


export type UploadTextSegmentMutation = { uploadTextSegment: { sequence: number } };

export type DiscardUploadedTextSegmentsMutationVariables = Exact<{
  sessionId: string | number;
  sequences: Array<number> | number;
}>;


export type DiscardUploadedTextSegmentsMutation = { discardTextSegments: Array<{ sequence: number }> };

export type KeepUploadSessionAliveMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type KeepUploadSessionAliveMutation = { keepSessionAlive: { id: string } };

export type EndUploadSessionMutationVariables = Exact<{
  sessionId: string | number;
  audioSegments: number;
  textSegments: number;
  durationSeconds: number;
  discardedSequences: Array<number> | number;
  endReason: SessionEndReason;
}>;


export type EndUploadSessionMutation = { endSession: { id: string, status: SessionStatus } };

export type DiscardUploadSessionMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type DiscardUploadSessionMutation = { discardSession: { id: string, disavowed: boolean } };

export const SignedInUserFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedInUser"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"picture"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}}]} as unknown as DocumentNode<SignedInUserFragment, unknown>;
export const RecordingListItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecordingListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecitalSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}},{"kind":"Field","name":{"kind":"Name","value":"disavowed"}},{"kind":"Field","name":{"kind":"Name","value":"attention"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}}]}}]} as unknown as DocumentNode<RecordingListItemFragment, unknown>;
export const TextListItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"public"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"wordCount"}}]}}]}}]} as unknown as DocumentNode<TextListItemFragment, unknown>;
export const LogoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Logout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"}}]}}]} as unknown as DocumentNode<LogoutMutation, LogoutMutationVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInUser"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedInUser"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"picture"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const SignInAsDevelopmentUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignInAsDevelopmentUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInAsDevelopmentUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedInUser"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedInUser"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"picture"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}}]} as unknown as DocumentNode<SignInAsDevelopmentUserMutation, SignInAsDevelopmentUserMutationVariables>;
export const ClientConfigDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clientConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"developmentMode"}},{"kind":"Field","name":{"kind":"Name","value":"developmentUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"developmentSignInAnywhere"}},{"kind":"Field","name":{"kind":"Name","value":"maxSessionSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"segmentSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"maxSegmentBytes"}}]}}]}}]} as unknown as DocumentNode<ClientConfigQuery, ClientConfigQueryVariables>;
export const TextToReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TextToRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"paragraphs"}}]}}]}}]}}]} as unknown as DocumentNode<TextToReadQuery, TextToReadQueryVariables>;
export const DiscardRecordingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardRecording"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordingListItem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecordingListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecitalSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}},{"kind":"Field","name":{"kind":"Name","value":"disavowed"}},{"kind":"Field","name":{"kind":"Name","value":"attention"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}}]}}]} as unknown as DocumentNode<DiscardRecordingMutation, DiscardRecordingMutationVariables>;
export const RecordingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Recording"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordingListItem"}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"audioUrl"}},{"kind":"Field","name":{"kind":"Name","value":"audioMimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"captions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"endSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"paragraph"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecordingListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecitalSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}},{"kind":"Field","name":{"kind":"Name","value":"disavowed"}},{"kind":"Field","name":{"kind":"Name","value":"attention"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}}]}}]} as unknown as DocumentNode<RecordingQuery, RecordingQueryVariables>;
export const RecordingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Recordings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordingListItem"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecordingListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecitalSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}},{"kind":"Field","name":{"kind":"Name","value":"disavowed"}},{"kind":"Field","name":{"kind":"Name","value":"attention"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}}]}}]} as unknown as DocumentNode<RecordingsQuery, RecordingsQueryVariables>;
export const CreateTextFromPlainTextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTextFromPlainText"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlainTextInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTextFromPlainText"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextListItem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"public"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"wordCount"}}]}}]}}]} as unknown as DocumentNode<CreateTextFromPlainTextMutation, CreateTextFromPlainTextMutationVariables>;
export const TextsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Texts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TextFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"texts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextListItem"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextListItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"public"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceCount"}},{"kind":"Field","name":{"kind":"Name","value":"wordCount"}}]}}]}}]} as unknown as DocumentNode<TextsQuery, TextsQueryVariables>;
export const UploadTermsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UploadTerms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clientConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"segmentSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"maxSegmentBytes"}}]}}]}}]} as unknown as DocumentNode<UploadTermsQuery, UploadTermsQueryVariables>;
export const UploadStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UploadState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionUploadState"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"audioSegments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]}}]}}]} as unknown as DocumentNode<UploadStateQuery, UploadStateQueryVariables>;
export const CreateUploadSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUploadSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"clientKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"textRevisionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"startedAt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"capture"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaptureInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"clientKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"clientKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"textRevisionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"textRevisionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"startedAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"startedAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"capture"},"value":{"kind":"Variable","name":{"kind":"Name","value":"capture"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUploadSessionMutation, CreateUploadSessionMutationVariables>;
export const UploadAudioSegmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UploadAudioSegment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sequence"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"byteLength"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sha256"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mimeType"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"audio"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Upload"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadAudioSegment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"sequence"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sequence"}}},{"kind":"Argument","name":{"kind":"Name","value":"byteLength"},"value":{"kind":"Variable","name":{"kind":"Name","value":"byteLength"}}},{"kind":"Argument","name":{"kind":"Name","value":"sha256"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sha256"}}},{"kind":"Argument","name":{"kind":"Name","value":"mimeType"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mimeType"}}},{"kind":"Argument","name":{"kind":"Name","value":"audio"},"value":{"kind":"Variable","name":{"kind":"Name","value":"audio"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]}}]} as unknown as DocumentNode<UploadAudioSegmentMutation, UploadAudioSegmentMutationVariables>;
export const UploadTextSegmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UploadTextSegment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sequence"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"paragraph"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sentence"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seekStart"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seekEnd"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"discarded"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadTextSegment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"sequence"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sequence"}}},{"kind":"Argument","name":{"kind":"Name","value":"paragraph"},"value":{"kind":"Variable","name":{"kind":"Name","value":"paragraph"}}},{"kind":"Argument","name":{"kind":"Name","value":"sentence"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sentence"}}},{"kind":"Argument","name":{"kind":"Name","value":"seekStart"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seekStart"}}},{"kind":"Argument","name":{"kind":"Name","value":"seekEnd"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seekEnd"}}},{"kind":"Argument","name":{"kind":"Name","value":"discarded"},"value":{"kind":"Variable","name":{"kind":"Name","value":"discarded"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}}]}}]}}]} as unknown as DocumentNode<UploadTextSegmentMutation, UploadTextSegmentMutationVariables>;
export const DiscardUploadedTextSegmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardUploadedTextSegments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sequences"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardTextSegments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"sequences"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sequences"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}}]}}]}}]} as unknown as DocumentNode<DiscardUploadedTextSegmentsMutation, DiscardUploadedTextSegmentsMutationVariables>;
export const KeepUploadSessionAliveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeepUploadSessionAlive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keepSessionAlive"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<KeepUploadSessionAliveMutation, KeepUploadSessionAliveMutationVariables>;
export const EndUploadSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndUploadSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"audioSegments"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"textSegments"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"durationSeconds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"discardedSequences"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"endReason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SessionEndReason"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"audioSegments"},"value":{"kind":"Variable","name":{"kind":"Name","value":"audioSegments"}}},{"kind":"Argument","name":{"kind":"Name","value":"textSegments"},"value":{"kind":"Variable","name":{"kind":"Name","value":"textSegments"}}},{"kind":"Argument","name":{"kind":"Name","value":"durationSeconds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"durationSeconds"}}},{"kind":"Argument","name":{"kind":"Name","value":"discardedSequences"},"value":{"kind":"Variable","name":{"kind":"Name","value":"discardedSequences"}}},{"kind":"Argument","name":{"kind":"Name","value":"endReason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"endReason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<EndUploadSessionMutation, EndUploadSessionMutationVariables>;
export const DiscardUploadSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardUploadSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"disavowed"}}]}}]}}]} as unknown as DocumentNode<DiscardUploadSessionMutation, DiscardUploadSessionMutationVariables>;

/** Everything that useQuery takes beside the document and its variables. */
export type QueryOptions<Data, Variables extends AnyVariables> = Omit<
  UseQueryArgs<Data, Variables>,
  'query' | 'variables'
>;


export const useLogoutMutation = () => useMutation<LogoutMutation, LogoutMutationVariables>(LogoutDocument);


export const useMeQuery = (
  variables: MaybeRefOrGetter<MeQueryVariables> = {},
  options: QueryOptions<MeQuery, MeQueryVariables> = {},
) =>
  useQuery<MeQuery, MeQueryVariables>({
    ...options,
    query: MeDocument,
    variables: () => toValue(variables),
  });


export const useSignInAsDevelopmentUserMutation = () => useMutation<SignInAsDevelopmentUserMutation, SignInAsDevelopmentUserMutationVariables>(SignInAsDevelopmentUserDocument);


export const useClientConfigQuery = (
  variables: MaybeRefOrGetter<ClientConfigQueryVariables> = {},
  options: QueryOptions<ClientConfigQuery, ClientConfigQueryVariables> = {},
) =>
  useQuery<ClientConfigQuery, ClientConfigQueryVariables>({
    ...options,
    query: ClientConfigDocument,
    variables: () => toValue(variables),
  });


export const useTextToReadQuery = (
  variables: MaybeRefOrGetter<TextToReadQueryVariables>,
  options: QueryOptions<TextToReadQuery, TextToReadQueryVariables> = {},
) =>
  useQuery<TextToReadQuery, TextToReadQueryVariables>({
    ...options,
    query: TextToReadDocument,
    variables: () => toValue(variables),
  });


export const useDiscardRecordingMutation = () => useMutation<DiscardRecordingMutation, DiscardRecordingMutationVariables>(DiscardRecordingDocument);


export const useRecordingQuery = (
  variables: MaybeRefOrGetter<RecordingQueryVariables>,
  options: QueryOptions<RecordingQuery, RecordingQueryVariables> = {},
) =>
  useQuery<RecordingQuery, RecordingQueryVariables>({
    ...options,
    query: RecordingDocument,
    variables: () => toValue(variables),
  });


export const useRecordingsQuery = (
  variables: MaybeRefOrGetter<RecordingsQueryVariables>,
  options: QueryOptions<RecordingsQuery, RecordingsQueryVariables> = {},
) =>
  useQuery<RecordingsQuery, RecordingsQueryVariables>({
    ...options,
    query: RecordingsDocument,
    variables: () => toValue(variables),
  });


export const useCreateTextFromPlainTextMutation = () => useMutation<CreateTextFromPlainTextMutation, CreateTextFromPlainTextMutationVariables>(CreateTextFromPlainTextDocument);


export const useTextsQuery = (
  variables: MaybeRefOrGetter<TextsQueryVariables> = {},
  options: QueryOptions<TextsQuery, TextsQueryVariables> = {},
) =>
  useQuery<TextsQuery, TextsQueryVariables>({
    ...options,
    query: TextsDocument,
    variables: () => toValue(variables),
  });


export const useUploadTermsQuery = (
  variables: MaybeRefOrGetter<UploadTermsQueryVariables> = {},
  options: QueryOptions<UploadTermsQuery, UploadTermsQueryVariables> = {},
) =>
  useQuery<UploadTermsQuery, UploadTermsQueryVariables>({
    ...options,
    query: UploadTermsDocument,
    variables: () => toValue(variables),
  });


export const useUploadStateQuery = (
  variables: MaybeRefOrGetter<UploadStateQueryVariables>,
  options: QueryOptions<UploadStateQuery, UploadStateQueryVariables> = {},
) =>
  useQuery<UploadStateQuery, UploadStateQueryVariables>({
    ...options,
    query: UploadStateDocument,
    variables: () => toValue(variables),
  });


export const useCreateUploadSessionMutation = () => useMutation<CreateUploadSessionMutation, CreateUploadSessionMutationVariables>(CreateUploadSessionDocument);


export const useUploadAudioSegmentMutation = () => useMutation<UploadAudioSegmentMutation, UploadAudioSegmentMutationVariables>(UploadAudioSegmentDocument);


export const useUploadTextSegmentMutation = () => useMutation<UploadTextSegmentMutation, UploadTextSegmentMutationVariables>(UploadTextSegmentDocument);


export const useDiscardUploadedTextSegmentsMutation = () => useMutation<DiscardUploadedTextSegmentsMutation, DiscardUploadedTextSegmentsMutationVariables>(DiscardUploadedTextSegmentsDocument);


export const useKeepUploadSessionAliveMutation = () => useMutation<KeepUploadSessionAliveMutation, KeepUploadSessionAliveMutationVariables>(KeepUploadSessionAliveDocument);


export const useEndUploadSessionMutation = () => useMutation<EndUploadSessionMutation, EndUploadSessionMutationVariables>(EndUploadSessionDocument);


export const useDiscardUploadSessionMutation = () => useMutation<DiscardUploadSessionMutation, DiscardUploadSessionMutationVariables>(DiscardUploadSessionDocument);
