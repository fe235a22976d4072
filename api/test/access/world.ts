import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { recordAudit } from '@crowd-recital/core/audit/record-audit.js';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';
import { beginSweep, endSweep } from '@crowd-recital/core/queue/last-sweep.js';
import { queueOf } from '@crowd-recital/core/queue/job-queue.js';
import { createInvite } from '@crowd-recital/core/invite/create-invite.js';
import { judgeRecording } from '@crowd-recital/core/review/judge-recording.js';
import { judgeSentence } from '@crowd-recital/core/review/judge-sentence.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { receiveAudioSegment } from '@crowd-recital/core/session/receive-audio-segment.js';
import { SetAsideAudio, SetAsideText } from '@crowd-recital/core/session/set-aside.entity.js';
import { newSessionId } from '@crowd-recital/core/session/session-id.js';
import { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { setReadingGoal } from '@crowd-recital/core/stats/set-reading-goal.js';
import { importFile } from '@crowd-recital/core/text/import/order-import.js';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import {
  aSession,
  aText,
  aUser,
  agreements,
  audioSegment,
  limits,
} from '@crowd-recital/core/test/factories.js';
import { startWikiServer } from '@crowd-recital/core/test/wiki-server.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { whenFileEnds } from '@crowd-recital/core/test/when-file-ends.js';
import { TestClient } from '../client.js';
import { finishSession } from '../finished-session.js';
import { testServer, type TestServer } from '../server.js';
import type { CallerName, Ids } from './matrix.js';

/** In everything that is Berl's, rows and files; in no answer to anybody who has no right to it. */
export const canary = 'canary-of-berl';

const delegationSecret = 'the-delegation-secret-of-this-test';

/** Everything that a call could leave behind. */
const countedEntities = [
  User,
  RecitalSession,
  AudioSegment,
  TextSegment,
  SetAsideAudio,
  SetAsideText,
  TextDocument,
  TextImport,
  AuditEntry,
];

type People = Readonly<Record<'notApproved' | 'other' | 'owner' | 'admin', User>>;

async function newPeople(server: TestServer): Promise<People> {
  const em = server.database.em();
  const people = {
    notApproved: await aUser(em, { group: null }),
    other: await aUser(em),
    owner: await aUser(em, { name: `Berl ${canary}`, email: `${canary}-${randomUUID()}@example.org` }),
    admin: await aUser(em, { group: 'admin' }),
  };
  for (const { id } of Object.values(people)) await setReadingGoal(em, id, { period: 'day', minutes: 10 });
  return people;
}

/** A server with a person of each kind; `owner` is Berl. */
export class AccessWorld {
  readonly server: TestServer;
  people: People;

  private constructor(server: TestServer, people: People) {
    this.server = server;
    this.people = people;
  }

  static async create(): Promise<AccessWorld> {
    const wiki = await startWikiServer({});
    whenFileEnds(() => wiki.close());
    const server = await testServer({
      environment: {
        WIKI_MIRROR_URL: wiki.url,
        DELEGATED_IDENTITY_SECRET_KEY: delegationSecret,
        DELEGATION_CALLS_PER_MINUTE: '1000000',
        GOOGLE_CLIENT_ID: 'this-site',
      },
    });
    const em = server.database.em();
    const bystander = await aUser(em, { email: 'speaker@localhost', name: 'Speaker' });
    const { id } = await aSession(em, bystander);
    await em.execute(`update recital_sessions set attention = 'missing-segments' where id = ?`, [id]);
    await beginSweep(em);
    await endSweep(em, 'What a sweep failed of.');
    return new AccessWorld(server, await newPeople(server));
  }

  /** New people in place of the present ones, who may have been signed out, sent away or deleted meanwhile. */
  async renewPeople(): Promise<void> {
    this.people = await newPeople(this.server);
  }

  clientOf(caller: CallerName): TestClient {
    switch (caller) {
      case 'anonymous':
        return this.server.anonymous();
      case 'delegatedSpeaker':
        return this.onBehalfOf(this.people.other);
      case 'delegatedAdmin':
        return this.onBehalfOf(this.people.admin);
      case 'agreementMissing':
        return this.server.as(this.people.owner);
      default:
        return this.server.as(this.people[caller]);
    }
  }

  /** The owner has agreed to the terms, or has not. */
  async letOwnerSign(signed: boolean): Promise<void> {
    await this.server.database
      .em()
      .nativeUpdate(
        User,
        { id: this.people.owner.id },
        { agreementSignedVersion: signed ? agreements.version : null },
      );
  }

  /** A client that calls as back-office tools do. */
  onBehalfOf(user: User): TestClient {
    return new TestClient(this.server.url, () =>
      Promise.resolve({
        'x-delegation-secret-key': delegationSecret,
        'x-delegated-user-email': user.email,
      }),
    );
  }

  /** A private text of Berl's and his finished recital of it, both full of canaries. */
  async somethingOfBerls(): Promise<Ids> {
    const em = this.server.database.em();
    const { owner } = this.people;
    const text = await aText(em, owner, { title: canary, text: `Of the ${canary}. Again: ${canary}.` });
    const { id: textRevisionId } = await currentRevision(em, text);
    const session = await aSession(em, owner, { textRevisionId, clientKey: `${canary}-${randomUUID()}` });
    const { store } = this.server;
    await receiveAudioSegment({ em, store, limits }, audioSegment(session, 0, Buffer.from(canary)));
    await finishSession(em, store, session, `The light audio of the ${canary}`, `Of the ${canary}.`);
    await em.insert(TextSegment, {
      session: session.id,
      sequence: 99,
      paragraph: 0,
      sentence: 1,
      text: `Again: ${canary}.`,
      seekStart: 1,
      seekEnd: 2,
      discarded: true,
      skipReason: 'hard-to-say',
    });
    const heard = { sessionId: session.id, version: 1 };
    const reviewer = { id: owner.id, delegated: false };
    await judgeSentence(em, { ...heard, reviewerId: owner.id, sequence: 0, verdict: 'other', note: canary });
    // Two are wanted, so that it stays in the queue.
    const rules = { reviewersPerRecording: 2 };
    await judgeRecording(em, reviewer, { ...heard, decision: 'returned', reason: canary }, rules);
    await recordAudit(em, {
      actorId: owner.id,
      action: 'session.listen',
      subject: { kind: 'session', id: session.id },
      details: { canary },
    });
    return {
      userId: owner.id,
      userEmail: owner.email,
      textId: text.id,
      textRevisionId,
      sessionId: session.id,
      importId: await this.anImport(owner),
      jobId: await this.aJobFor(session.id),
      inviteId: await this.anInvite(),
    };
  }

  private async anImport(owner: User): Promise<string> {
    const file = {
      name: `${canary}.txt`,
      title: canary,
      language: 'en',
      content: Buffer.from(canary),
    } as const;
    const limits = { speakerSentences: 1_000_000, openImports: 1_000_000 };
    const order = { owner: { id: owner.id, group: 'speaker' }, ...file } as const;
    return (await importFile(this.server.database.em(), order, limits)).id;
  }

  private async anInvite(): Promise<string> {
    const actor = { id: this.people.admin.id, delegated: false };
    const invite = await createInvite(this.server.database.em(), actor, {
      maxUses: 1,
      expiresAt: null,
      note: canary,
    });
    return invite.id;
  }

  private async aJobFor(sessionId: string): Promise<string> {
    const em = this.server.database.em();
    await enqueue(em, 'finalise-session', { sessionId });
    const [job] = await queueOf(em).desk.list(em, {}, { backward: false, from: undefined, limit: 1 });
    if (job === undefined) throw new Error('A job was left and is not there.');
    return job.id;
  }

  /** Such ids as `somethingOfBerls` returns, of nothing at all. */
  nobodys(): Ids {
    return {
      userId: randomUUID(),
      userEmail: 'nobody@example.org',
      textId: randomUUID(),
      textRevisionId: randomUUID(),
      importId: randomUUID(),
      sessionId: newSessionId(),
      jobId: randomUUID(),
      inviteId: randomUUID(),
    };
  }

  /** How much there is of everything that a call could leave behind. */
  async countEverything(): Promise<number[]> {
    const em = this.server.database.em();
    const counts: number[] = [];
    for (const entity of countedEntities) counts.push(await em.count(entity as typeof User));
    const [versions] = await em.execute<{ sum: number }[]>(
      `select (select coalesce(sum(content_version + epoch + disavowed::int), 0) from recital_sessions)::int
            + (select sum(token_version) from users)::int as sum`,
    );
    return [...counts, versions?.sum ?? 0, (await this.server.storedFiles()).length];
  }
}
