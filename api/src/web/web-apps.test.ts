import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const folder = await mkdtemp(path.join(tmpdir(), 'recital-web-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const recorderPage = '<title>recorder</title><script>fetchAhead()</script>';
const webApps = { recorder: path.join(folder, 'recorder'), admin: path.join(folder, 'admin') };
for (const [file, content] of [
  ['recorder/index.html', recorderPage],
  ['recorder/sw.js', 'worker script'],
  ['recorder/manifest.webmanifest', '{}'],
  ['recorder/assets/recorder/main-BmX9q_Za.js', 'recorder script'],
  ['admin/index.html', '<title>console</title>'],
  ['admin/assets/admin/mount.js', 'mount script'],
  ['admin/assets/admin/page-settings.css', 'no hash in this name'],
] as const) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), content);
}
await writeFile(
  path.join(folder, 'recorder/assets/recorder/main-BmX9q_Za.js.br'),
  brotliCompressSync('recorder script, made small'),
);
const server = await testServer({ webApps });

async function get(address: string) {
  const response = await fetch(server.url + address);
  return {
    status: response.status,
    caching: response.headers.get('cache-control'),
    text: await response.text(),
    response,
  };
}

describe('pages', () => {
  it.each(['/', '/texts', '/recite/some-id', '/favicon.ico', '/administration'])(
    '%s is the recorder',
    async (address) => {
      expect(await get(address)).toMatchObject({
        status: 200,
        caching: 'no-cache',
        text: recorderPage,
      });
    },
  );

  it.each([
    ['/', 'recorder/index.html'],
    ['/admin', 'admin/index.html'],
    ['/api/sw.js', 'recorder/sw.js'],
  ])('%s is known again, but not for an older release that took its place', async (address, name) => {
    const { response } = await get(address);
    const headers = {
      // Else fetch asks for what no cache has.
      'cache-control': 'max-age=0',
      'if-none-match': response.headers.get('etag') ?? '',
      'if-modified-since': response.headers.get('last-modified') ?? '',
    };
    const statusNow = async () => (await fetch(server.url + address, { headers })).status;
    expect(await statusNow()).toBe(304);
    const file = path.join(folder, name);
    const { atime, mtime } = await stat(file);
    await utimes(file, atime, new Date(mtime.getTime() - 86_400_000));
    expect(await statusNow()).toBe(200);
  });

  it.each(['/admin', '/admin/', '/admin/people/1'])('%s is the console', async (address) => {
    expect(await get(address)).toMatchObject({
      status: 200,
      caching: 'no-cache',
      text: '<title>console</title>',
    });
  });

  it('arrive whole when they are long enough to be compressed', async () => {
    const long = path.join(folder, 'long');
    const text = `<title>long</title>${'<p>word'.repeat(2_000)}`;
    await mkdir(long);
    await writeFile(path.join(long, 'index.html'), text);
    const site = await testServer({ webApps: { recorder: long, admin: long } });
    const response = await fetch(`${site.url}/texts`);
    expect(response.headers.get('content-encoding')).not.toBeNull();
    expect(await response.text()).toBe(text);
  });

  it('say how to build what is not built', async () => {
    const bare = await testServer({ webApps: { recorder: '/nowhere', admin: '/nowhere' } });
    for (const address of ['/', '/admin']) {
      const response = await fetch(bare.url + address);
      expect([response.status, await response.text()]).toEqual([
        503,
        expect.stringContaining('npm run build'),
      ]);
    }
  });

  it('run nothing that was not shipped', async () => {
    const policy = (await get('/')).response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect((await get('/')).response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(policy).not.toContain('google');
  });

  it('run the script that stands in them, by its hash', async () => {
    const hash = createHash('sha256').update('fetchAhead()').digest('base64');
    const policyOf = async (address: string) =>
      (await get(address)).response.headers.get('content-security-policy') ?? '';
    expect(await policyOf('/texts')).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(await policyOf('/admin')).toContain("script-src 'self';");
  });

  it("loads Google's button, and nothing else of others, where it is configured", async () => {
    const withGoogle = await testServer({ webApps, environment: { GOOGLE_CLIENT_ID: 'this-site' } });
    const { headers } = await fetch(`${withGoogle.url}/admin`);
    const policy = headers.get('content-security-policy') ?? '';
    const directives = Object.fromEntries(
      policy.split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ');
        return [name, sources];
      }),
    );
    const gsi = 'https://accounts.google.com/gsi/';
    expect(directives).toMatchObject({
      'script-src': ["'self'", `${gsi}client`],
      'style-src': ["'self'", `${gsi}style`],
      'connect-src': ["'self'", 'blob:', gsi],
      'frame-src': [gsi],
      'img-src': [
        "'self'",
        'data:',
        'blob:',
        'https://*.googleusercontent.com',
        'https://upload.wikimedia.org',
      ],
    });
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  });
});

it('lets pages reach what the help, suggestions and the counting of uses are configured with, and no more', async () => {
  const site = await testServer({
    webApps,
    environment: {
      HELP_BASIC_GUIDE_YT_VIDEO_ID: 'abcdefghijk',
      HELP_FAQ_WP_API_URL: 'https://help.example.org/wp-json/wp/v2/pages/7',
      PUBLIC_POSTHOG_KEY: 'phc_key',
      PUBLIC_POSTHOG_HOST: 'https://eu.i.posthog.com',
      WIKI_PICTURES_URL: 'https://pictures.example.org/wiki',
    },
  });
  const { headers } = await fetch(`${site.url}/admin`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("connect-src 'self' blob: https://help.example.org https://eu.i.posthog.com;");
  expect(policy).toContain("img-src 'self' data: blob: https://pictures.example.org;");
  expect(policy).toContain('frame-src https://www.youtube-nocookie.com;');
  expect(policy).toContain("script-src 'self';");
});

describe('files', () => {
  it('with a hash in their name are kept for ever, others are asked for again', async () => {
    expect(await get('/assets/recorder/main-BmX9q_Za.js')).toMatchObject({
      text: 'recorder script',
      caching: 'public, max-age=31536000, immutable',
    });
    expect(await get('/assets/admin/mount.js')).toMatchObject({ text: 'mount script', caching: 'no-cache' });
    expect(await get('/assets/admin/page-settings.css')).toMatchObject({ caching: 'no-cache' });
  });

  it('come as small as the build made them to whoever can read that', async () => {
    const file = `${server.url}/assets/recorder/main-BmX9q_Za.js`;
    const small = await fetch(file, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(Object.fromEntries(small.headers)).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(await small.text()).toBe('recorder script, made small');
    const plain = await fetch(file, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('recorder script');
  });

  it('of the console may be loaded by pages of other sites', async () => {
    const { response } = await get('/assets/admin/mount.js');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it.each([
    '/assets/recorder/gone-BmX9q_Za.js',
    '/assets/',
    '/assets/..%2f..%2fpackage.json',
    '/assets/admin/../../index.html',
  ])('%s is missing, and no page stands in for it', async (address) => {
    const { status, text } = await get(address);
    if (address.endsWith('index.html')) expect(text).toBe(recorderPage);
    else expect(status).toBe(404);
  });
});

describe('the app on a device', () => {
  it.each([
    ['/api/sw.js', 'worker script', /javascript/],
    ['/api/manifest.webmanifest', '{}', /manifest\+json/],
  ])('%s may serve the whole site, and is asked for anew', async (address, content, type) => {
    const { status, text, caching, response } = await get(address);
    expect({ status, text, caching }).toEqual({ status: 200, text: content, caching: 'no-cache' });
    expect(response.headers.get('service-worker-allowed')).toBe('/');
    expect(response.headers.get('content-type')).toMatch(type);
  });

  it('is missing where it is not built', async () => {
    const bare = await testServer({ webApps: { recorder: '/nowhere', admin: '/nowhere' } });
    expect((await fetch(`${bare.url}/api/sw.js`)).status).toBe(404);
  });
});

describe('/env', () => {
  it('config.js tells the settings as a script', async () => {
    const { response, text, caching } = await get('/env/config.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(caching).toBe('no-cache');
    expect(JSON.parse(text.replace(/^window\.__env__ = |;\n$/g, ''))).toEqual({
      config: {
        version: expect.any(String) as string,
        auth_google_client_id: '',
        audio_segment_upload_length_seconds: 10,
        analytics_posthog_api_key: '',
        analytics_posthog_host: '',
        help_basic_guide_yt_video_id: '',
        help_faq_wp_api_url: '',
        disable_soup: '0',
      },
    });
    expect((await get('/env/other.js')).status).toBe(404);
  });
});

describe('health', () => {
  it('tells that the server answers, and that it can serve', async () => {
    expect(await get('/api/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await get('/api/readyz')).toMatchObject({ status: 200 });
  });

  it('tells what is away', async () => {
    const broken = await testServer({
      store: (local) =>
        new Proxy(local, {
          get: (target, name) =>
            name === 'put' ? () => Promise.reject(new Error('gone')) : (Reflect.get(target, name) as unknown),
        }),
    });
    const response = await fetch(`${broken.url}/api/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 'away',
      checks: { database: 'ok', schema: 'ok', queue: 'ok', storage: 'away' },
    });
  });
});
