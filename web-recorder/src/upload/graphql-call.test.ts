import { afterEach, describe, expect, test, vi } from 'vitest';
import { UploadAudioSegmentDocument, UploadTermsDocument } from '../gql/generated';
import { callServer, resultOf } from './graphql-call';

const signal = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('reading an answer', () => {
  test('data', () => {
    expect(resultOf(200, null, '{"data":{"me":{"id":"ada"}}}')).toEqual({
      ok: true,
      data: { me: { id: 'ada' } },
    });
  });

  test('an error of the server carries its code, its field and how long to wait', () => {
    const extensions = { code: 'RATE_LIMITED', field: 'audio', retryAfterSeconds: 7 };
    const text = JSON.stringify({ data: null, errors: [{ message: 'Too many', extensions }] });
    expect(resultOf(429, '30', text)).toEqual({
      ok: false,
      code: 'RATE_LIMITED',
      field: 'audio',
      httpStatus: 429,
      retryAfterSeconds: 7,
      message: 'Too many',
    });
  });

  test.each([
    [503, '<html>Service Unavailable</html>'],
    [200, '<html>Please accept the terms of this Wi-Fi</html>'],
    [200, 'null'],
    [200, '{"data":null}'],
  ])('HTTP %d with %s is nobody’s word but a failure', (status, text) => {
    expect(resultOf(status, '30', text)).toMatchObject({ ok: false, code: null, retryAfterSeconds: 30 });
  });
});

describe('calling the server', () => {
  test('a Blob goes as a multipart request after the GraphQL specification for it', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response('{"data":{}}')));
    vi.stubGlobal('fetch', fetched);
    const audio = new Blob(['voice'], { type: 'audio/webm' });
    const variables = {
      sessionId: 's',
      sequence: 0,
      byteLength: 5,
      sha256: 'x',
      mimeType: 'audio/webm',
      audio,
    };
    await callServer(UploadAudioSegmentDocument, variables, signal);

    const [, init] = fetched.mock.lastCall as unknown as [string, RequestInit];
    const form = init.body as FormData;
    expect([...form.keys()]).toEqual(['operations', 'map', '0']);
    expect(JSON.parse(form.get('operations') as string)).toMatchObject({
      query: expect.stringContaining('uploadAudioSegment') as string,
      variables: { sessionId: 's', audio: null },
    });
    expect(form.get('map')).toBe('{"0":["variables.audio"]}');
    expect(init.headers).toMatchObject({ 'apollo-require-preflight': '1' });
  });

  test('no network: a failure without a status, not an exception', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await callServer(UploadTermsDocument, {}, signal)).toMatchObject({ ok: false, httpStatus: null });
  });

  test('a server that never answers: given up after its time, so that the queue goes on', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', neverAnswering);
    const call = callServer(UploadTermsDocument, {}, signal);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await call).toMatchObject({ ok: false, httpStatus: null });
  });

  test('being told to stop settles the call at once', async () => {
    vi.stubGlobal('fetch', neverAnswering);
    const stopping = new AbortController();
    const call = callServer(UploadTermsDocument, {}, stopping.signal);
    stopping.abort();
    expect(await call).toMatchObject({ ok: false });
  });
});

function neverAnswering(_url: string, init: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
}
