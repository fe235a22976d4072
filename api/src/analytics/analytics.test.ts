import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { agreements, aSession, aText, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { testServer } from '../../test/server.js';
import { createSchema } from '../graphql/schema.js';
import { operationEvents } from './operation-events.js';

const loaded = vi.hoisted(() => ({ times: 0 }));
vi.mock('posthog-node', async (original) => {
  loaded.times += 1;
  return original();
});

interface Received {
  readonly path: string;
  readonly api_key: string;
  readonly batch: readonly {
    readonly event: string;
    readonly distinct_id: string;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

const received: Received[] = [];
let answer = 200;

/** PostHog as far as it concerns us: it takes batches. */
const posthog = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    received.push({
      path: request.url ?? '',
      ...(JSON.parse(text.toString()) as Omit<Received, 'path'>),
    });
    response.writeHead(answer, { 'content-type': 'application/json' }).end('{"status":"Ok"}');
  });
});
await new Promise<void>((resolve) => posthog.listen(0, '127.0.0.1', resolve));
afterAll(() => posthog.close());
const host = `http://127.0.0.1:${(posthog.address() as AddressInfo).port}`;

const environment = { PUBLIC_POSTHOG_KEY: 'phc_test', PUBLIC_POSTHOG_HOST: host };

describe('analytics', () => {
  it('know only mutations that there are', () => {
    const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
    expect(mutations).toEqual(expect.arrayContaining(Object.keys(operationEvents)));
  });

  it('are not even loaded without a key', async () => {
    const server = await testServer();
    await server.as(await aUser(server.database.em())).query('mutation { logout }');
    await server.close();
    expect(loaded.times).toBe(0);
    expect(received).toEqual([]);
  });

  it('are told what happened, of whom by id alone, and nothing that names or quotes anybody', async () => {
    const canary = 'Zippora';
    const server = await testServer({ environment });
    const em = server.database.em();
    const user = await aUser(em, { name: canary, email: `${canary}@example.org`, signed: false });
    const text = await aText(em, user, { title: canary, text: `${canary} reads. She reads on.` });
    const { id: textRevisionId } = await currentRevision(em, text);
    const speaker = server.as(user);
    await speaker.data(`mutation { agreeToTerms(version: "${agreements.version}", language: YI) { id } }`);
    await speaker.data('mutation { updateProfile(input: { yearOfBirth: 1984 }) { id } }');
    await speaker.data(
      `mutation { createTextFromPlainText(input: { title: "${canary}", language: EN, text: "${canary}. Again." }) { id } }`,
    );
    const { createSession } = await speaker.data<{ createSession: { id: string } }>(
      `mutation { createSession(clientKey: "key-of-a-recital", textRevisionId: "${textRevisionId}", startedAt: "2026-11-22T20:00:00Z", capture: { mimeType: "audio/webm", deviceLabel: "${canary}'s earphones" }) { id } }`,
    );
    const sessionId = createSession.id;
    expect(
      (await speaker.upload({ sessionId, sequence: 0, bytes: someBytes(), mimeType: 'audio/webm' })).errors,
    ).toEqual([]);
    await speaker.data(
      `mutation { uploadTextSegment(sessionId: "${sessionId}", sequence: 0, paragraph: 0, sentence: 0, seekStart: 0, seekEnd: 1.5) { sequence } }`,
    );
    await speaker.data(
      `mutation { endSession(sessionId: "${sessionId}", audioSegments: 1, textSegments: 1, durationSeconds: 2) { id } }`,
    );
    await speaker.data(`mutation { discardSession(sessionId: "${sessionId}") { id } }`);
    await speaker.query('mutation { discardSession(sessionId: "nobodys") { id } }');
    await speaker.data(`mutation { deleteMyAccount(email: "${user.email}") }`);
    await server.close();

    const events = received.flatMap(({ batch }) => batch);
    expect(received.every(({ path, api_key }) => path === '/batch/' && api_key === 'phc_test')).toBe(true);
    expect(events.map(({ event }) => event)).toEqual([
      'User Agreed to Terms',
      'User Updated Profile',
      'Documents Created',
      'Recital Session Created',
      'Audio Segment Uploaded',
      'Text Segment Uploaded',
      'Recital Session Ended',
      'Recording Session Disavowed',
      'User Deleted Account',
    ]);
    expect(events.every(({ distinct_id }) => distinct_id === user.id)).toBe(true);
    expect(events[0]?.properties).toMatchObject({
      version: expect.stringMatching(/^\d/) as string,
      source: 'server',
      agreement_version: agreements.version,
      language: 'yi',
      $process_person_profile: false,
    });
    expect(events[4]?.properties).toMatchObject({
      mime_type: 'audio/webm',
      size_bytes: 2_000,
      session_id: sessionId,
    });
    expect(events[5]?.properties).toMatchObject({ seek_end: 1.5, text_length: 14 });
    expect(JSON.stringify(received)).not.toMatch(new RegExp(canary, 'i'));
  });

  it('that cannot be delivered hold nobody up', async () => {
    answer = 503;
    const server = await testServer({ environment });
    const user = await aUser(server.database.em());
    await aSession(server.database.em(), user);
    const answered = await server.as(user).query('mutation { logout }');
    expect(answered.data).toEqual({ logout: true });
    const began = Date.now();
    await server.close();
    expect(Date.now() - began).toBeLessThan(8_000);
  });
});
