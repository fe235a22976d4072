import { operation } from '../graphql/operation.js';

export const signInAsDevelopmentUser = operation<
  { signInAsDevelopmentUser: { accessToken: string } },
  { email: string }
>(`
  mutation SignInToRecite($email: String!) {
    signInAsDevelopmentUser(email: $email) {
      accessToken
    }
  }
`);

export const terms = operation<{ clientConfig: { maxSegmentBytes: number; maxSessionSeconds: number } }>(`
  query ReciteTerms {
    clientConfig {
      maxSegmentBytes
      maxSessionSeconds
    }
  }
`);

export const whoAmI = operation<{ me: { id: string } }>(`
  query ReciteAs {
    me {
      id
    }
  }
`);

export type Language = 'HE' | 'YI' | 'EN';

export interface Revision {
  readonly id: string;
  /** Paragraphs of sentences. */
  readonly paragraphs: readonly (readonly string[])[];
}

export const createText = operation<
  { createTextFromPlainText: { currentRevision: Revision } },
  { input: { title: string; language: Language; text: string } }
>(`
  mutation CreateTextToRecite($input: PlainTextInput!) {
    createTextFromPlainText(input: $input) {
      currentRevision {
        id
        paragraphs
      }
    }
  }
`);

export const createSession = operation<
  { createSession: { id: string } },
  {
    clientKey: string;
    textRevisionId: string;
    startedAt: string;
    capture: { mimeType: string; userAgent: string };
  }
>(`
  mutation BeginRecital($clientKey: String!, $textRevisionId: ID!, $startedAt: DateTime!, $capture: CaptureInput!) {
    createSession(clientKey: $clientKey, textRevisionId: $textRevisionId, startedAt: $startedAt, capture: $capture) {
      id
    }
  }
`);

export const uploadAudioSegment = operation<
  { uploadAudioSegment: { sequence: number } },
  { sessionId: string; sequence: number; byteLength: number; sha256: string; mimeType: string; audio: Blob }
>(`
  mutation SendAudio(
    $sessionId: ID!
    $sequence: Int!
    $byteLength: Int!
    $sha256: String!
    $mimeType: String!
    $audio: Upload!
  ) {
    uploadAudioSegment(
      sessionId: $sessionId
      sequence: $sequence
      byteLength: $byteLength
      sha256: $sha256
      mimeType: $mimeType
      audio: $audio
    ) {
      sequence
    }
  }
`);

export const uploadTextSegment = operation<
  { uploadTextSegment: { sequence: number } },
  {
    sessionId: string;
    sequence: number;
    paragraph: number;
    sentence: number;
    seekStart: number;
    seekEnd: number;
  }
>(`
  mutation SendSentence(
    $sessionId: ID!
    $sequence: Int!
    $paragraph: Int!
    $sentence: Int!
    $seekStart: Float!
    $seekEnd: Float!
  ) {
    uploadTextSegment(
      sessionId: $sessionId
      sequence: $sequence
      paragraph: $paragraph
      sentence: $sentence
      seekStart: $seekStart
      seekEnd: $seekEnd
      discarded: false
    ) {
      sequence
    }
  }
`);

export const endSession = operation<
  { endSession: { status: string } },
  { sessionId: string; audioSegments: number; textSegments: number; durationSeconds: number }
>(`
  mutation EndRecital($sessionId: ID!, $audioSegments: Int!, $textSegments: Int!, $durationSeconds: Float!) {
    endSession(
      sessionId: $sessionId
      audioSegments: $audioSegments
      textSegments: $textSegments
      durationSeconds: $durationSeconds
      endReason: FINISHED
    ) {
      status
    }
  }
`);

export interface SessionProgress {
  readonly status: 'ACTIVE' | 'ENDED' | 'AGGREGATED' | 'UPLOADED' | 'DISCARDED';
  readonly attention: string | null;
  readonly preview: { readonly audioUrl: string; readonly expiresAt: string } | null;
}

export const sessionProgress = operation<{ session: SessionProgress }, { id: string }>(`
  query RecitalProgress($id: ID!) {
    session(id: $id) {
      status
      attention
      preview {
        audioUrl
        expiresAt
      }
    }
  }
`);
