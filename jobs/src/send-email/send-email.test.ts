import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AgreementSignature } from '@crowd-recital/core/agreement/agreement-signature.entity.js';
import { signAgreement } from '@crowd-recital/core/agreement/sign-agreement.js';
import { loadConfig, type Config } from '@crowd-recital/core/config/config.js';
import { agreements, aUser } from '@crowd-recital/core/test/factories.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { startWorker, type Worker } from '../worker/worker.js';
import { createMailer, type Mailer } from './mailer.js';
import { sendEmail } from './send-email.js';

const address = 'canary@example.org';
const publicUrl = 'https://recital.example.org';

let workshop: Workshop;
const servers: { close(): void }[] = [];
const workers: Worker[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(10_000)));
  for (const server of servers.splice(0)) server.close();
  await workshop.database.em().execute('delete from agenda.agenda_jobs');
});

interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A mail server on this machine. */
async function aMailServer(
  options: SMTPServerOptions = {},
): Promise<{ url: string; received: ReceivedMail[] }> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          source: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  servers.push(server);
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received };
}

function emailConfig(environment: NodeJS.ProcessEnv): NonNullable<Config['email']> {
  const { email } = loadConfig({
    DB_CONNECTION_STR: workshop.database.connectionString,
    ROOT_DATA_FOLDER: workshop.dataFolder,
    EMAIL_SENDER_ADDRESS: 'Recital <recital@example.org>',
    EMAIL_REPLY_TO_ADDRESS: 'help@example.org',
    ...environment,
  });
  if (email === undefined) throw new Error('E-mail is off.');
  return email;
}

function smtp(url: string): Promise<Mailer> {
  return createMailer(emailConfig({ SMTP_URL: url }));
}

/** Somebody who has just signed; the job of the confirmation waits. */
async function aSignature(language: Language = 'en', name = 'Noa'): Promise<AgreementSignature> {
  const em = workshop.database.em();
  await em.nativeUpdate(User, { email: address }, { email: `${crypto.randomUUID()}@example.org` });
  const user = await aUser(em, { signed: false, email: address, name });
  await signAgreement(em, agreements, { userId: user.id, version: agreements.version, language });
  return em.findOneOrFail(AgreementSignature, { user: user.id });
}

function send(signature: AgreementSignature, mailer: Mailer | null): ReturnType<typeof sendEmail> {
  return sendEmail(
    { kind: 'agreement-signed', signatureId: signature.id },
    workshop.run({ mailer, publicUrl }),
  );
}

/** The parts of a message, decoded. */
function decoded(source: string): string {
  const unfolded = source.replace(/=\r\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => {
    return Buffer.from(bytes.replaceAll('=', ''), 'hex').toString();
  });
  return unfolded.replace(/^[A-Za-z0-9+/]{40,}={0,2}(?:\r\n[A-Za-z0-9+/]+={0,2})*$/gm, (lines) =>
    Buffer.from(lines.replaceAll('\r\n', ''), 'base64').toString(),
  );
}

describe('the confirmation of a signature', () => {
  it.each([
    ['he', 'rtl', 'גרסה'],
    ['yi', 'rtl', 'ווערסיע'],
    ['en', 'ltr', 'version'],
  ] as const)('goes out in %s, as text and as HTML', async (language, direction, word) => {
    const { url, received } = await aMailServer();
    const signature = await aSignature(language, '<b>Noa</b> & co');
    expect(await send(signature, await smtp(url))).toBe('sent');

    expect(received).toMatchObject([{ from: 'recital@example.org', to: [address] }]);
    const source = received[0]?.source ?? '';
    expect(source).toMatch(/^Reply-To: help@example\.org$/im);
    expect(source).toContain(`<${signature.id}@recital.example.org>`);
    expect(source).toMatch(/multipart\/alternative/);
    const content = decoded(source);
    expect(content).toContain(`${word} ${agreements.version}`);
    expect(content).toContain(`lang="${language}" dir="${direction}"`);
    expect(content).toContain(signature.sha256);
    expect(content).toContain('https://recital.example.org/agreement');
    expect(content).toContain('&lt;b&gt;Noa&lt;/b&gt; &amp; co');
  });

  it('is sent once, however often the job runs', async () => {
    const { url, received } = await aMailServer();
    const signature = await aSignature();
    const mailer = await smtp(url);
    expect(await send(signature, mailer)).toBe('sent');
    expect(await send(signature, mailer)).toBe('nothing-to-send');
    expect(received).toHaveLength(1);
  });

  it('is not sent where no sender is configured, nor to an account that was deleted', async () => {
    const { url, received } = await aMailServer();
    const signature = await aSignature();
    expect(await send(signature, null)).toBe('off');
    await workshop.database.em().nativeUpdate(User, { email: address }, { deletedAt: new Date() });
    expect(await send(signature, await smtp(url))).toBe('nothing-to-send');
    expect(received).toEqual([]);
  });

  it('goes out by the queue, again when the mail server was away, and leaves no job behind', async () => {
    let away = true;
    const { url, received } = await aMailServer({
      onMailFrom: (_from, _session, done) => done(away ? mailServerSays(451, 'Come back later') : null),
    });
    await aSignature();
    const worker = await startWorker(
      { ...workshop.deps, mailer: await smtp(url) },
      { databaseUrl: workshop.database.connectionString, concurrency: 1 },
    );
    workers.push(worker);
    const failures = `select fail_count as count from agenda.agenda_jobs where name = 'send-email'`;
    const em = workshop.database.em();
    await vi.waitFor(
      async () => expect((await em.execute<{ count: number }[]>(failures))[0]?.count).toBeGreaterThan(0),
      { timeout: 20_000 },
    );
    away = false;
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await em.execute(failures)).toEqual([]), { timeout: 20_000 });
  });

  it('is given up when the mail server refuses it for good, and after days', async () => {
    const refusing = await aMailServer({
      onRcptTo: (to, _session, done) => done(mailServerSays(550, `No such mailbox: ${to.address}`)),
    });
    expect(await send(await aSignature(), await smtp(refusing.url))).toBe('refused');

    const signature = await aSignature();
    const nobody = await smtp('smtp://127.0.0.1:1');
    await expect(send(signature, nobody)).rejects.toThrow(/could not be handed to the mail server/);
    await workshop.database
      .em()
      .nativeUpdate(AgreementSignature, { id: signature.id }, { at: new Date(Date.now() - 4 * 86_400_000) });
    expect(await send(signature, nobody)).toBe('given-up');
  });

  it('fails with words that name nobody, because they are kept with the job', async () => {
    const { url } = await aMailServer({
      onRcptTo: (to, _session, done) => done(mailServerSays(450, `${to.address} is not served now`)),
    });
    const failure: unknown = await send(await aSignature(), await smtp(url)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String((failure as Error).stack)).toContain('(450)');
    expect(String((failure as Error).stack)).not.toContain(address);
  });
});

describe("Amazon's SES", () => {
  it('takes the message over its own protocol where no mail server is named', async () => {
    const bodies: Record<string, unknown>[] = [];
    const endpoint = await aWebServer((path, body) => {
      bodies.push(JSON.parse(body) as Record<string, unknown>);
      return path === '/v2/email/outbound-emails' ? [200, { MessageId: 'ses-1' }] : [404, {}];
    });
    const mailer = await createMailer(
      emailConfig({
        SES_ENDPOINT: endpoint,
        AWS_DEFAULT_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
      }),
    );
    expect(await send(await aSignature(), mailer)).toBe('sent');
    const [sent] = bodies as [{ Content: { Raw: { Data: string } } }];
    const source = Buffer.from(sent.Content.Raw.Data, 'base64').toString();
    expect(source).toContain(address);
    expect(decoded(source)).toContain(agreements.version);
  });

  it('is not asked again when it rejects the message', async () => {
    const endpoint = await aWebServer(() => [
      400,
      { __type: 'MessageRejected', message: 'Address is suppressed' },
    ]);
    const mailer = await createMailer(
      emailConfig({ SES_ENDPOINT: endpoint, AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' }),
    );
    expect(await send(await aSignature(), mailer)).toBe('refused');
  });
});

function mailServerSays(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** @returns its address. */
async function aWebServer(answer: (path: string, body: string) => [number, object]): Promise<string> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, body] = answer(request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
