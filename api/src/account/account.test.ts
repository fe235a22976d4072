import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { agreements, aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import { signAgreement } from '@crowd-recital/core/agreement/sign-agreement.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { describe, expect, it } from 'vitest';
import { finishSession } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = () => server.database.em();

const deleteMine = 'mutation ($email: String!) { deleteMyAccount(email: $email) }';

async function exportLink(user: User): Promise<string> {
  const { exportMyData } = await server
    .as(user)
    .data<{ exportMyData: { url: string } }>('{ exportMyData { url expiresAt } }');
  return server.url + exportMyData.url;
}

interface Exported {
  readonly account: { readonly email: string };
  readonly signatures: readonly unknown[];
  readonly texts: readonly {
    readonly title: string;
    readonly revisions: readonly { paragraphs: string[][] }[];
  }[];
  readonly recitals: readonly {
    readonly id: string;
    readonly sentences: readonly { readonly text: string }[];
    readonly files: Readonly<Record<string, { readonly url: string }>>;
  }[];
}

describe("the export of one's own data", () => {
  it('is one file with everything, and the links in it lead to the recordings', async () => {
    const user = await aUser(em(), { name: 'Noa', signed: false });
    await signAgreement(em(), agreements, { userId: user.id, version: agreements.version, language: 'en' });
    const text = await aText(em(), user, { title: 'My "own" text' });
    const finished = await finishSession(
      em(),
      server.store,
      await aSession(em(), user, { text }),
      'my voice',
    );
    const begun = await aSession(em(), user, { text });
    const strangers = await aSession(em(), await aUser(em()));

    const answer = await fetch(await exportLink(user));
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const body = await answer.text();
    const data = JSON.parse(body) as Exported;
    expect(data.account.email).toBe(user.email);
    expect(data.signatures).toMatchObject([
      { version: agreements.version, sha256: agreements.in('en').sha256 },
    ]);
    expect(data.texts).toMatchObject([{ title: 'My "own" text' }]);
    expect(data.texts[0]?.revisions[0]?.paragraphs.flat()).toHaveLength(3);
    expect(data.recitals.map(({ id }) => id)).toEqual([finished.id, begun.id]);
    expect(data.recitals[0]?.sentences).toHaveLength(2);
    expect(data.recitals[1]?.files).toEqual({});
    expect(body).not.toContain(strangers.id);

    const { pathname, search } = new URL(data.recitals[0]?.files.light?.url ?? '');
    expect(await (await fetch(server.url + pathname + search)).text()).toBe('my voice');
  });

  it('goes on beyond what is read at a time', async () => {
    const user = await aUser(em());
    const text = await aText(em(), user);
    const ids: string[] = [];
    for (let count = 0; count < 103; count += 1) ids.push((await aSession(em(), user, { text })).id);
    // Several in one millisecond: the id breaks ties.
    await em().execute(
      `update recital_sessions set created_at = date_trunc('minute', created_at) where user_id = ?`,
      [user.id],
    );
    const data = (await (await fetch(await exportLink(user))).json()) as Exported;
    expect(data.recitals.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('is open to whoever has not agreed or is not approved, and to nobody else by a made-up link', async () => {
    const user = await aUser(em(), { signed: false, group: null });
    const link = await exportLink(user);
    expect((await fetch(link)).status).toBe(200);
    const other = await aUser(em());
    for (const forged of [
      link.replace(user.id, other.id),
      link.replace(/expires=\d/, 'expires=9'),
      link.replace(/signature=.*/, 'signature='),
      link.replace(user.id, 'nobody'),
    ]) {
      expect((await fetch(forged)).status).toBe(404);
    }
  });

  it('ends with the sign-ins of its user', async () => {
    const user = await aUser(em());
    const link = await exportLink(user);
    await em().nativeUpdate(User, { id: user.id }, { tokenVersion: user.tokenVersion + 1 });
    expect((await fetch(link)).status).toBe(404);
  });
});

describe('the deletion of an account', () => {
  it('ends every sign-in and every link at once, and frees the address', async () => {
    const user = await aUser(em());
    const speaker = server.as(user);
    const session = await finishSession(em(), server.store, await aSession(em(), user));
    const { session: shown } = await speaker.data<{ session: { preview: { audioUrl: string } } }>(
      'query ($id: ID!) { session(id: $id) { preview { audioUrl } } }',
      { id: session.id },
    );
    const link = await exportLink(user);

    const wrong = await speaker.query(deleteMine, { email: 'somebody@example.org' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'email' });
    expect(await speaker.data(deleteMine, { email: user.email.toUpperCase() })).toEqual({
      deleteMyAccount: true,
    });

    expect((await speaker.query('{ me { id } }')).code).toBe('UNAUTHENTICATED');
    expect((await fetch(server.url + shown.preview.audioUrl)).status).toBe(404);
    expect((await fetch(link)).status).toBe(404);
    expect((await em().findOneOrFail(RecitalSession, session.id)).disavowed).toBe(true);
    await aUser(em(), { email: user.email });
    const { users } = await server
      .as(await aUser(em(), { group: 'admin' }))
      .data<{ users: { edges: { node: { id: string } }[] } }>(
        '{ users(first: 100) { edges { node { id } } } }',
      );
    expect(users.edges.map(({ node }) => node.id)).not.toContain(user.id);
  });

  it('takes the cookie back', async () => {
    const user = await aUser(em());
    const answer = await server.anonymous().query(
      deleteMine,
      { email: user.email },
      {
        cookie: `recital=${await server.token(user)}`,
      },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.headers.get('set-cookie')).toMatch(/^recital=;/);
  });

  it('is done by admins for others, and told in the audit log by their name', async () => {
    const user = await aUser(em());
    const admin = await aUser(em(), { group: 'admin' });
    const document = 'mutation ($id: ID!, $email: String!) { deleteUser(id: $id, email: $email) }';
    expect(await server.as(admin).data(document, { id: user.id, email: user.email })).toEqual({
      deleteUser: true,
    });
    expect((await server.as(admin).query(document, { id: user.id, email: user.email })).code).toBe(
      'NOT_FOUND',
    );
    expect(await em().find(AuditEntry, { action: 'user.delete', subjectId: user.id })).toMatchObject([
      { actorId: admin.id, delegated: false },
    ]);
  });
});
