import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aSession, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { freePort } from '@crowd-recital/core/test/free-port.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishSession } from '../../test/finished-session.js';
import { findNginx, startNginx, type Nginx } from '../../test/nginx.js';
import { boundary, multipartBody, uploadParts } from '../../test/raw-request.js';
import { testServer, type TestServer } from '../../test/server.js';

const nginxProgram = findNginx();
const canRun = nginxProgram !== undefined && spawnSync('openssl', ['version']).status === 0;
if (!canRun) {
  process.stderr.write(
    'nginx or openssl is not installed: what stands behind nginx is not tested (apt-get install nginx).\n',
  );
}

const folder = await mkdtemp(path.join(tmpdir(), 'recital-nginx-'));
const deploy = path.resolve(import.meta.dirname, '../../../deploy');
const running: Nginx[] = [];

afterAll(async () => {
  for (const nginx of running) await nginx.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: Buffer | string;
  /** The client's own address. */
  readonly from?: string;
}

/** Asks a site at an address of this machine. */
function ask(site: string, { from, body, headers = {}, method = 'GET' }: Asked = {}): Promise<Answer> {
  const { request } = site.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      method,
      rejectUnauthorized: false,
      localAddress: from,
      headers: { host: 'recital.example.org', ...headers },
    };
    const sent = request(site, options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The built pages, as small as can be. */
async function webApps(): Promise<{ recorder: string; admin: string; assets: string }> {
  const assets = path.join(folder, 'www', 'assets');
  await mkdir(path.join(assets, 'admin'), { recursive: true });
  await writeFile(path.join(assets, 'entry-Ab3dE6gH.js'), 'hashed');
  await writeFile(path.join(assets, 'admin', 'mount.js'), 'not hashed');
  for (const app of ['recorder', 'admin']) {
    await mkdir(path.join(folder, app));
    await writeFile(path.join(folder, app, 'index.html'), `the page of ${app}`);
  }
  return { recorder: path.join(folder, 'recorder'), admin: path.join(folder, 'admin'), assets };
}

/** Replaces what an operator puts in. Each must be there, or the file in `deploy` has changed. */
function filledIn(text: string, replacements: Readonly<Record<string, string>>): string {
  let filled = text;
  for (const [before, after] of Object.entries(replacements)) {
    expect(filled).toContain(before);
    filled = filled.replaceAll(before, after);
  }
  return filled;
}

async function upload(site: string, server: TestServer, speaker: User, asked: Asked & { bytes: Buffer }) {
  const session = await aSession(server.database.em(), speaker);
  const body = multipartBody(uploadParts({ sessionId: session.id, sequence: 0, bytes: asked.bytes }));
  return ask(`${site}/api/graphql`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${await server.token(speaker)}`,
      'apollo-require-preflight': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': body.length,
      ...asked.headers,
    },
  });
}

/** A call with a wrong delegation secret: the API allows five of them a minute from one address. */
function wrongSecret(site: string, asked: Asked): Promise<Answer> {
  return ask(`${site}/api/graphql`, {
    ...asked,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-delegation-secret-key': 'wrong',
      'x-delegated-user-email': 'a@example.org',
      ...asked.headers,
    },
    body: '{"query":"{ totals { recordings } }"}',
  });
}

/** Uses up what one address may do at each of `servers`. */
async function useUp(site: string, servers: number, asked: Asked): Promise<void> {
  for (let call = 0; call < 6 * servers; call += 1) await wrongSecret(site, asked);
  expect(await wrongSecret(site, asked)).toMatchObject({ status: 429 });
}

const delegation = { DELEGATED_IDENTITY_SECRET_KEY: 'a secret of a tool, for tests only' };
let apps: Awaited<ReturnType<typeof webApps>>;

beforeAll(async () => {
  apps = await webApps();
});

describe.skipIf(!canRun)('deploy/nginx.conf, in front of two APIs', () => {
  let first: TestServer;
  let second: TestServer;
  let site: string;
  let plainSite: string;
  let speaker: User;

  beforeAll(async () => {
    const environment = { TRUSTED_PROXIES: '127.0.0.1', ...delegation };
    first = await testServer({ environment, webApps: apps });
    second = await testServer({ environment, webApps: apps, beside: first });
    speaker = await aUser(first.database.em());
    const [tls, plain] = [await freePort(), await freePort()];
    [site, plainSite] = [`https://127.0.0.1:${tls}`, `http://127.0.0.1:${plain}`];
    const certificate = path.join(folder, 'fullchain.pem');
    const key = path.join(folder, 'privkey.pem');
    execFileSync(
      'openssl',
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=recital -keyout ${key} -out ${certificate}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    );
    const upstream = filledIn(await readFile(path.join(deploy, 'nginx-upstream.conf'), 'utf8'), {
      '127.0.0.1:8000': `127.0.0.1:${first.port}`,
      '127.0.0.1:8001': `127.0.0.1:${second.port}`,
    });
    const server = filledIn(await readFile(path.join(deploy, 'nginx.conf'), 'utf8'), {
      'listen 80;': `listen ${plain};`,
      'listen 443 ': `listen ${tls} `,
      '/etc/letsencrypt/live/recital.example.org/fullchain.pem': certificate,
      '/etc/letsencrypt/live/recital.example.org/privkey.pem': key,
      '/srv/crowd-recital/www': path.join(folder, 'www'),
    });
    running.push(
      await startNginx(nginxProgram ?? '', {
        folder: path.join(folder, 'site'),
        site: upstream + server,
        port: tls,
      }),
    );
  });

  it('leads to https', async () => {
    expect(await ask(`${plainSite}/recite/1?a=b`)).toMatchObject({
      status: 301,
      headers: { location: 'https://recital.example.org/recite/1?a=b' },
    });
  });

  it('lets uploads through to both, under one number in all logs', async () => {
    const numbers = new Set<unknown>();
    for (const bytes of [someBytes(1_500_000), someBytes(80_000), someBytes(80_000), someBytes(80_000)]) {
      const answer = await upload(site, first, speaker, { bytes });
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.text).not.toContain('errors');
      numbers.add(answer.headers['x-request-id']);
    }
    const logs = first.log() + second.log();
    for (const number of numbers) expect(logs).toContain(`"id":"${String(number)}"`);
    for (const server of [first, second]) expect(server.log()).toContain('"operation":"Upload"');
  });

  it('lets the API say that a segment is too large, and says so itself of what is larger than anything', async () => {
    const large = await upload(site, first, speaker, { bytes: someBytes(3_000_000) });
    expect(large.text).toContain('PAYLOAD_TOO_LARGE');
    expect(await upload(site, first, speaker, { bytes: someBytes(13_000_000) })).toMatchObject({
      status: 413,
    });
  });

  it('plays from the middle of a recording', async () => {
    const em = first.database.em();
    const session = await finishSession(em, first.store, await aSession(em, speaker), '0123456789');
    const { session: shown } = await first
      .as(speaker)
      .data<{ session: { preview: { audioUrl: string } } }>(
        'query ($id: ID!) { session(id: $id) { preview { audioUrl } } }',
        { id: session.id },
      );
    const { pathname, search } = new URL(shown.preview.audioUrl, site);
    expect(await ask(`${site}${pathname}${search}`, { headers: { range: 'bytes=3-5' } })).toMatchObject({
      status: 206,
      text: '345',
      headers: { 'content-range': 'bytes 3-5/10', 'cache-control': 'private, no-store' },
    });
  });

  it('serves files of the pages itself, those with a hash for ever, and a missing one as missing', async () => {
    const caching = async (address: string) => (await ask(site + address)).headers['cache-control'];
    expect(await caching('/assets/entry-Ab3dE6gH.js')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/assets/admin/mount.js')).toBe('no-cache');
    expect((await ask(`${site}/assets/gone-Ab3dE6gH.js`)).status).toBe(404);
  });

  it.each(['/', '/recite/some-text', '/admin/users', '/sw-nothing.js'])(
    'answers %s with the page',
    async (address) => {
      expect(await ask(site + address)).toMatchObject({ status: 200, text: 'the page of recorder' });
    },
  );

  it('tells the API who calls, and lets nobody pretend to be another one', async () => {
    const from = '127.0.0.2';
    await useUp(site, 2, { from });
    const pretending = { from, headers: { 'x-forwarded-for': '198.51.100.7' } };
    expect(await wrongSecret(site, pretending)).toMatchObject({ status: 429 });
    expect(await wrongSecret(site, { from: '127.0.0.3' })).toMatchObject({ status: 401 });
  });

  it('passes over an API that is gone, and logs no signature of a link, not even then', async () => {
    const em = first.database.em();
    const { id } = await finishSession(em, first.store, await aSession(em, speaker));
    const { session, exportMyData } = await first
      .as(speaker)
      .data<{ session: { preview: { captionsUrl: string } }; exportMyData: { url: string } }>(
        'query ($id: ID!) { session(id: $id) { preview { captionsUrl } } exportMyData { url } }',
        { id },
      );
    await second.close();
    for (let call = 0; call < 6; call += 1) {
      for (const link of [session.preview.captionsUrl, exportMyData.url]) {
        expect((await ask(site + link)).status).toBe(200);
      }
      expect(await upload(site, first, speaker, { bytes: someBytes(20_000) })).toMatchObject({ status: 200 });
    }
    const log = (): Promise<string> | undefined => running[0]?.log();
    await expect.poll(log, { timeout: 20_000 }).toContain('"POST /api/graphql');
    expect(await log()).not.toContain('signature');
  });
});

describe.skipIf(!canRun)('the rules that operators have, in front of a Unix domain socket', () => {
  const socket = path.join(folder, 'api.sock');
  let server: TestServer;
  let site: string;

  beforeAll(async () => {
    server = await testServer({
      environment: { TRUSTED_PROXIES: 'unix', ...delegation },
      webApps: apps,
      socket,
    });
    const port = await freePort();
    site = `http://127.0.0.1:${port}`;
    const rules = `server {
      listen ${port};
      client_max_body_size 12m;
      location /api { proxy_pass http://unix:${socket}; proxy_set_header X-Forwarded-For $remote_addr; }
      location /env { proxy_pass http://unix:${socket}; }
      location /assets { root ${path.join(folder, 'www')}; }
      location / { rewrite ^ / break; proxy_pass http://unix:${socket}; }
    }`;
    running.push(
      await startNginx(nginxProgram ?? '', { folder: path.join(folder, 'rules'), site: rules, port }),
    );
  });

  it('lead uploads, settings, files and pages to where they belong', async () => {
    const speaker = await aUser(server.database.em());
    expect(await upload(site, server, speaker, { bytes: someBytes(1_500_000) })).toMatchObject({
      status: 200,
    });
    expect((await ask(`${site}/env/config.js`)).text).toContain('window.__env__');
    expect((await ask(`${site}/api/readyz`)).status).toBe(200);
    expect(await ask(`${site}/assets/admin/mount.js`)).toMatchObject({ status: 200, text: 'not hashed' });
    expect((await ask(`${site}/assets/admin/gone.js`)).status).toBe(404);
    for (const address of ['/', '/sessions', '/admin', '/admin/users']) {
      expect(await ask(site + address)).toMatchObject({ status: 200, text: 'the page of recorder' });
    }
  });

  it('tell the API who calls', async () => {
    await useUp(site, 1, { from: '127.0.0.2' });
    expect(await wrongSecret(site, { from: '127.0.0.3' })).toMatchObject({ status: 401 });
  });
});
