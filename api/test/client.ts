import { createHash } from 'node:crypto';

/** One error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** What came back over HTTP. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly AnswerError[];
  /** Code of the first error. */
  readonly code: string | undefined;
}

/** What a client announces of a segment, and the bytes that it sends. */
export interface SegmentToSend {
  readonly sessionId: string;
  readonly sequence: number;
  readonly bytes: Buffer;
  readonly byteLength?: number;
  readonly sha256?: string;
  readonly mimeType?: string;
}

/** The operation by which a segment goes up. */
export const uploadDocument = `mutation Upload($sessionId: ID!, $sequence: Int!, $byteLength: Int!, $sha256: String!, $mimeType: String!, $audio: Upload!) {
  uploadAudioSegment(sessionId: $sessionId, sequence: $sequence, byteLength: $byteLength, sha256: $sha256, mimeType: $mimeType, audio: $audio) {
    sequence mimeType byteLength sha256 receivedAt
  }
}`;

/** The operation by which a file goes up. */
const fileDocument = `mutation ($input: FileTextInput!, $file: Upload!) {
  createTextFromFile(input: $input, file: $file) { id state progress reason message source language }
}`;

/** Speaks GraphQL to a server as one caller. */
export class TestClient {
  private readonly url: string;
  private readonly credentials: () => Promise<Record<string, string>>;

  constructor(url: string, credentials: () => Promise<Record<string, string>> = () => Promise.resolve({})) {
    this.url = url;
    this.credentials = credentials;
  }

  async query<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<Data>> {
    return this.send(JSON.stringify({ query, variables }), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  /** Sends a query that must succeed. @throws with the errors when it does not. */
  async data<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> {
    const { data, errors } = await this.query<Data>(query, variables);
    if (errors.length > 0 || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Sends a segment as browsers do. */
  async upload(segment: SegmentToSend): Promise<Answer<{ uploadAudioSegment: Record<string, unknown> }>> {
    return this.send(uploadForm(segment), { 'apollo-require-preflight': '1' });
  }

  /** Sends a file that is to become a text, as browsers do. */
  async sendFile(
    name: string,
    bytes: Buffer,
    input: Record<string, unknown>,
  ): Promise<Answer<{ createTextFromFile: Record<string, unknown> }>> {
    const form = new FormData();
    form.append('operations', JSON.stringify({ query: fileDocument, variables: { input, file: null } }));
    form.append('map', JSON.stringify({ 0: ['variables.file'] }));
    form.append('0', new Blob([new Uint8Array(bytes)]), name);
    return this.send(form, { 'apollo-require-preflight': '1' });
  }

  /** Sends any body at all. */
  async send<Data>(
    body: string | FormData | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/api/graphql`, {
      method: 'POST',
      headers: { accept: 'application/json', ...(await this.credentials()), ...headers },
      body,
    });
    const answer = (await response.json()) as { data?: Data | null; errors?: AnswerError[] };
    const errors = answer.errors ?? [];
    return {
      status: response.status,
      headers: response.headers,
      data: answer.data,
      errors,
      code: errors[0]?.extensions.code,
    };
  }
}

/** The body of a GraphQL multipart request with one file. */
export function uploadForm({ bytes, ...segment }: SegmentToSend): FormData {
  const variables = {
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mimeType: 'audio/webm;codecs=opus',
    ...segment,
    audio: null,
  };
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: uploadDocument, variables }));
  form.append('map', JSON.stringify({ 0: ['variables.audio'] }));
  form.append('0', new Blob([new Uint8Array(bytes)]), 'audio');
  return form;
}
