import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../db/in-transaction.js';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import {
  agreements,
  aSession,
  aText,
  aUser,
  audioSegment,
  limits,
  textSegment,
} from '../../test/factories.js';
import { somebodyWaitsForALock } from '../../test/lock-wait.js';
import { AgreementSignature } from '../agreement/agreement-signature.entity.js';
import { signAgreement } from '../agreement/sign-agreement.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { fsck } from '../fsck/fsck.js';
import { claimDiscard, commitDiscarded, recordFirstDeletion } from '../session/discard-claim.js';
import { receiveAudioSegment } from '../session/receive-audio-segment.js';
import { receiveTextSegment } from '../session/receive-text-segment.js';
import { RecitalSession } from '../session/recital-session.entity.js';
import { readReadingGoal, setReadingGoal } from '../stats/set-reading-goal.js';
import { recountTotals } from '../stats/recount-totals.js';
import { TextDocument } from '../text/text-document.entity.js';
import { currentRevision } from '../text/visible-texts.js';
import { deleteAccount } from './delete-account.js';
import { updateProfile } from './update-profile.js';
import { UserTotals } from './user-totals.entity.js';
import { User } from './user.entity.js';

/** In the name, the address, the words and the devices of the person; nowhere else in the whole database. */
const canary = 'Zippora';

let database: TestDatabase;
const store = await testStore();

beforeAll(async () => {
  database = await testDatabase();
});

const em = () => database.em();

async function rows(statement: string): Promise<Record<string, unknown>[]> {
  return em().execute(statement);
}

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const tables = await rows(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'agenda') and table_type = 'BASE TABLE'`,
  );
  const lines: string[] = [];
  for (const { name } of tables as { name: string }[]) {
    const found = await rows(`select t::text as line from ${name} t`);
    lines.push(...found.map(({ line }) => `${name}: ${String(line)}`));
  }
  return lines.join('\n');
}

let person: User;

beforeEach(async () => {
  person = await aUser(em(), {
    name: canary,
    email: `${canary}.${crypto.randomUUID()}@example.org`,
    signed: false,
  });
  const { version } = agreements;
  await signAgreement(em(), agreements, { userId: person.id, version, language: 'he' });
  await updateProfile(em(), person.id, {
    yearOfBirth: { answer: 'given', year: 1984 },
    biologicalSex: 'female',
  });
});

/** A finished recital that counts. */
async function aFinishedSession(speaker: User, text?: TextDocument): Promise<RecitalSession> {
  const session = await aSession(em(), speaker, {
    ...(text && { text }),
    capture: { mimeType: 'audio/webm', deviceLabel: `${canary}'s earphones`, userAgent: `${canary}'s phone` },
  });
  await receiveAudioSegment(
    { em: em(), store, limits, finalisationDisabled: false },
    audioSegment(session, 0),
  );
  await receiveTextSegment({ em: em(), limits, finalisationDisabled: false }, textSegment(session, 0));
  await em().execute(
    `update recital_sessions set status = 'uploaded', kept = true, duration_seconds = 60 where id = ?`,
    [session.id],
  );
  return session;
}

function aDeletion(typedEmail = person.email): Promise<void> {
  return deleteAccount(em(), { id: person.id, delegated: false }, { userId: person.id, typedEmail });
}

/** What the workers do to a session that was wished away. */
async function discard({ id }: RecitalSession): Promise<void> {
  for (const commit of [recordFirstDeletion, commitDiscarded]) {
    const claim = await claimDiscard(em(), id, { leaseSeconds: 60 });
    if (claim === null) throw new Error('There is nothing to discard.');
    await store.deletePrefix(`${id}/`);
    expect(await commit(em(), claim, 0)).toBe(true);
  }
}

describe('the deletion of an account', () => {
  it('leaves the name and the address nowhere, at once, and the words nowhere once the voice is deleted', async () => {
    const own = await aText(em(), person, { title: `By ${canary}`, text: `I am ${canary}. I read.` });
    await aText(em(), person, { title: `Also by ${canary}`, text: `${canary} wrote this.` });
    const session = await aFinishedSession(person, own);
    await setReadingGoal(em(), person.id, { period: 'week', minutes: 60 });
    expect(await dump()).toContain(canary);

    await aDeletion();
    const atOnce = (await dump()).split('\n').filter((line) => line.includes(canary));
    expect(atOnce.every((line) => line.startsWith('public.text_segments'))).toBe(true);
    expect(await readReadingGoal(em(), person.id)).toBeNull();
    await discard(session);
    expect(await dump()).not.toMatch(new RegExp(canary, 'i'));
    expect(await fsck({ em: em(), store, verifyHashes: true, graceSeconds: 0, overdueSeconds: 0 })).toEqual(
      [],
    );
  });

  it('wishes every recital away, and takes them out of all totals at once', async () => {
    const sessions = [await aFinishedSession(person), await aSession(em(), person)];
    const other = await aUser(em());
    await aFinishedSession(other);
    await recountTotals(em());
    expect(await em().count(UserTotals, { user: person.id })).toBe(1);
    await em().execute('delete from agenda.agenda_jobs');

    await aDeletion();
    for (const { id } of sessions) {
      const row = await em().findOneOrFail(RecitalSession, id);
      expect(row).toMatchObject({ disavowed: true, capture: { mimeType: expect.any(String) as string } });
      expect(Object.keys(row.capture)).not.toContain('deviceLabel');
    }
    const jobs = await rows(
      `select data->>'sessionId' as id from agenda.agenda_jobs where name = 'discard-session' order by 1`,
    );
    expect(jobs.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id).sort());
    const kept = await dumpTotals();
    expect(kept.every((line) => !line.includes(person.id))).toBe(true);
    await recountTotals(em());
    expect(await dumpTotals()).toEqual(kept);
  });

  it('keeps the proof of consent, by the id alone, and that it was deleted', async () => {
    await aDeletion();
    const signatures = await em().find(AgreementSignature, { user: person.id });
    expect(signatures).toMatchObject([{ version: agreements.version, language: 'he' }]);
    const entries = await em().find(AuditEntry, { subjectKind: 'user', subjectId: person.id });
    expect(entries).toMatchObject([{ action: 'user.delete', actorId: person.id, details: { sessions: 0 } }]);
    expect(await em().findOneOrFail(User, person.id)).toMatchObject({
      group: null,
      googleSub: null,
      tokenVersion: person.tokenVersion + 1,
      agreementSignedVersion: null,
    });
  });

  it('keeps the words of texts that others recited, and public ones, without an owner', async () => {
    const admin = await aUser(em(), { group: 'admin' });
    const recited = await aText(em(), person, { text: 'Read by others. Twice.' });
    await aSession(em(), admin, { text: recited });
    const published = await aText(em(), person, { text: 'For everybody. Always.' });
    await em().nativeUpdate(TextDocument, { id: published.id }, { public: true });
    const alone = await aText(em(), person, { text: 'Mine alone. Nobody read it.' });

    await aDeletion();
    for (const { id } of [recited, published]) {
      const text = await em().findOneOrFail(TextDocument, id);
      expect(text.owner).toBeNull();
      expect((await currentRevision(em(), text)).sentenceCount).toBe(2);
    }
    expect(await em().count(TextDocument, { id: alone.id })).toBe(0);
  });

  it('asks for the address, and changes nothing when it is another one', async () => {
    const session = await aSession(em(), person);
    await expect(aDeletion('somebody@example.org')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'email' },
    });
    expect(await em().findOneOrFail(User, person.id)).toMatchObject({ name: canary, deletedAt: null });
    expect((await em().findOneOrFail(RecitalSession, session.id)).disavowed).toBe(false);
    await aDeletion(`  ${person.email.toUpperCase()} `);
  });

  it('happens once, and not to the only admin', async () => {
    await aDeletion();
    await expect(aDeletion()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await em().nativeUpdate(User, { group: 'admin' }, { group: 'speaker' });
    const last = await aUser(em(), { group: 'admin' });
    const deletion = deleteAccount(
      em(),
      { id: last.id, delegated: false },
      { userId: last.id, typedEmail: last.email },
    );
    await expect(deletion).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it.each([
    ['recital', (text: TextDocument) => aSession(em(), person, { text })],
    ['text', () => aText(em(), person)],
    ['profile', () => updateProfile(em(), person.id, { biologicalSex: 'male' })],
    ['goal', () => setReadingGoal(em(), person.id, { period: 'day', minutes: 10 })],
  ])(
    'lets no %s in that comes while it runs',
    async (_what, write: (text: TextDocument) => Promise<unknown>) => {
      const text = await aText(em(), await aUser(em(), { group: 'admin' }));
      await em().nativeUpdate(TextDocument, { id: text.id }, { public: true });
      let writing: Promise<unknown> = Promise.resolve();
      await inTransaction(em(), async (transaction) => {
        await deleteAccount(
          transaction,
          { id: person.id, delegated: false },
          { userId: person.id, typedEmail: person.email },
        );
        writing = expect(write(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
        await somebodyWaitsForALock(database);
      });
      await writing;
      expect(await em().count(RecitalSession, { user: person.id, disavowed: false })).toBe(0);
      expect(await em().count(TextDocument, { owner: person.id })).toBe(0);
    },
  );
});

async function dumpTotals(): Promise<string[]> {
  const lines: string[] = [];
  for (const table of ['user_totals', 'daily_totals', 'text_totals', 'standing_bands']) {
    const found = await rows(`select t::text as line from ${table} t where recordings > 0 order by 1`);
    lines.push(...found.map(({ line }) => `${table}: ${String(line)}`));
  }
  return lines;
}
