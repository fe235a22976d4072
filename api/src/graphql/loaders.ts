import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { RecordingReview } from '@crowd-recital/core/review/recording-review.entity.js';
import { SentenceVerdict } from '@crowd-recital/core/review/sentence-verdict.entity.js';
import { readingProgress, type ReadingProgress } from '@crowd-recital/core/text/reading-progress.js';
import { placesOfReports, type ReportPlace } from '@crowd-recital/core/text/reported-sentences.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import { TextTotals } from '@crowd-recital/core/stats/text-totals.entity.js';
import type { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { SpeakerProfile } from '@crowd-recital/core/user/speaker-profile.entity.js';
import { UserTotals } from '@crowd-recital/core/user/user-totals.entity.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

/** What lists need of their entries, fetched for all entries at once. Made anew for each request. */
export interface Loaders {
  /** The revision of a text that is read now. */
  readonly currentRevision: DataLoader<TextDocument, TextRevision>;
  /** The words of a revision. */
  readonly paragraphs: DataLoader<TextRevision, string[][]>;
  /** How far the caller has come in a text, by its id; null: nowhere yet. */
  readonly readingProgress: DataLoader<string, ReadingProgress | null>;
  /** What became of an import, by its id, in the order of reading. */
  readonly textsOfImport: DataLoader<string, readonly TextDocument[]>;
  /** What was recorded of a text, in any of its revisions. */
  readonly textTotals: DataLoader<TextDocument, Pick<TextTotals, 'durationSeconds' | 'recordings'>>;
  /** Where a sentence belongs that a speaker left out. */
  readonly reportPlace: DataLoader<TextSegment, ReportPlace>;
  /** How many readings of a session are not discarded. */
  readonly sentenceCount: DataLoader<RecitalSession, number>;
  /** What a user has given. */
  readonly userTotals: DataLoader<User, Pick<UserTotals, 'durationSeconds' | 'recordings'>>;
  /** What a user chose to say about the voice; null: nothing. */
  readonly profile: DataLoader<User, SpeakerProfile | null>;
  /** A user by id; null when there is none (any more). */
  readonly userById: DataLoader<string, User | null>;
  /** A text by id, whoever may read it. */
  readonly textById: DataLoader<string, TextDocument>;
  /** What people did to a session, by its id, in order. */
  readonly sessionAudit: DataLoader<string, readonly AuditEntry[]>;
  /** What reviewers decided on a session, by its id, in order. */
  readonly recordingReviews: DataLoader<string, readonly RecordingReview[]>;
  /** What reviewers said of a session's sentences, by its id, in their order. */
  readonly sentenceVerdicts: DataLoader<string, readonly SentenceVerdict[]>;
}

/**
 * @param em - the request's own.
 * @param callerId - the user who asks; undefined: nobody is signed in.
 */
export function createLoaders(em: EntityManager, callerId: string | undefined): Loaders {
  return {
    currentRevision: new DataLoader((texts) => currentRevisions(em, texts)),
    paragraphs: new DataLoader((revisions) => paragraphsOf(em, revisions)),
    readingProgress: new DataLoader((ids) => progressIn(em, callerId, ids)),
    textsOfImport: new DataLoader((ids) => textsOfImports(em, ids)),
    textTotals: new DataLoader((texts) => totalsOfTexts(em, texts)),
    reportPlace: new DataLoader((reports) => placesOfReports(em, reports)),
    sentenceCount: new DataLoader((sessions) => sentenceCounts(em, sessions)),
    userTotals: new DataLoader((users) => totalsOf(em, users)),
    profile: new DataLoader((users) => profilesOf(em, users)),
    userById: new DataLoader((ids) => usersById(em, ids)),
    textById: new DataLoader((ids) => textsById(em, ids)),
    sessionAudit: new DataLoader((ids) => auditOfSessions(em, ids)),
    recordingReviews: new DataLoader((ids) => reviewsOfSessions(em, ids)),
    sentenceVerdicts: new DataLoader((ids) => verdictsOfSessions(em, ids)),
  };
}

async function currentRevisions(
  em: EntityManager,
  texts: readonly TextDocument[],
): Promise<(TextRevision | Error)[]> {
  const revisions = await em.find(TextRevision, {
    $or: texts.map((text) => ({ document: text.id, number: text.currentRevision })),
  });
  const byDocument = new Map(revisions.map((revision) => [revision.document.id, revision]));
  return texts.map(
    (text) => byDocument.get(text.id) ?? new Error(`Text ${text.id} has no current revision.`),
  );
}

async function textsById(em: EntityManager, ids: readonly string[]): Promise<(TextDocument | Error)[]> {
  const texts = await em.find(TextDocument, { id: { $in: [...ids] } });
  const byId = new Map(texts.map((text) => [text.id, text]));
  return ids.map((id) => byId.get(id) ?? new Error(`There is no text ${id}.`));
}

async function profilesOf(em: EntityManager, users: readonly User[]): Promise<(SpeakerProfile | null)[]> {
  const profiles = await em.find(SpeakerProfile, { user: { $in: users.map(({ id }) => id) } });
  const byUser = new Map(profiles.map((profile) => [profile.user.id, profile]));
  return users.map(({ id }) => byUser.get(id) ?? null);
}

async function paragraphsOf(
  em: EntityManager,
  revisions: readonly TextRevision[],
): Promise<(string[][] | Error)[]> {
  const rows = await em.execute<{ id: string; paragraphs: string[][] }[]>(
    'select id, paragraphs from text_revisions where id in (?)',
    [revisions.map(({ id }) => id)],
  );
  const byId = new Map(rows.map(({ id, paragraphs }) => [id, paragraphs]));
  return revisions.map(({ id }) => byId.get(id) ?? new Error(`Revision ${id} vanished.`));
}

async function progressIn(
  em: EntityManager,
  callerId: string | undefined,
  ids: readonly string[],
): Promise<(ReadingProgress | null)[]> {
  const progress = callerId === undefined ? new Map() : await readingProgress(em, callerId, ids);
  return ids.map((id) => (progress as Map<string, ReadingProgress>).get(id) ?? null);
}

async function textsOfImports(
  em: EntityManager,
  ids: readonly string[],
): Promise<(readonly TextDocument[])[]> {
  const texts = await em.find(
    TextDocument,
    { importId: { $in: [...ids] }, deletedAt: null },
    { orderBy: { createdAt: 'desc', id: 'asc' } },
  );
  return ids.map((id) => texts.filter(({ importId }) => importId === id));
}

async function totalsOfTexts(
  em: EntityManager,
  texts: readonly TextDocument[],
): Promise<Pick<TextTotals, 'durationSeconds' | 'recordings'>[]> {
  const rows = await em.find(TextTotals, { text: { $in: texts.map(({ id }) => id) } });
  const byText = new Map(rows.map((totals) => [totals.text.id, totals]));
  return texts.map(({ id }) => byText.get(id) ?? { durationSeconds: 0, recordings: 0 });
}

async function sentenceCounts(em: EntityManager, sessions: readonly RecitalSession[]): Promise<number[]> {
  const rows = await em.execute<{ id: string; sentences: number }[]>(
    `select session_id as id, count(*)::int as sentences from text_segments
     where session_id in (?) and not discarded group by session_id`,
    [sessions.map(({ id }) => id)],
  );
  const byId = new Map(rows.map(({ id, sentences }) => [id, sentences]));
  return sessions.map(({ id }) => byId.get(id) ?? 0);
}

async function totalsOf(
  em: EntityManager,
  users: readonly User[],
): Promise<Pick<UserTotals, 'durationSeconds' | 'recordings'>[]> {
  const rows = await em.find(UserTotals, { user: { $in: users.map(({ id }) => id) } });
  const byUser = new Map(rows.map((totals) => [totals.user.id, totals]));
  return users.map(({ id }) => byUser.get(id) ?? { durationSeconds: 0, recordings: 0 });
}

async function usersById(em: EntityManager, ids: readonly string[]): Promise<(User | null)[]> {
  const users = await em.find(User, { id: { $in: [...ids] } });
  const byId = new Map(users.map((user) => [user.id, user]));
  return ids.map((id) => byId.get(id) ?? null);
}

async function auditOfSessions(
  em: EntityManager,
  ids: readonly string[],
): Promise<(readonly AuditEntry[])[]> {
  const entries = await em.find(
    AuditEntry,
    { subjectKind: 'session', subjectId: { $in: [...ids] } },
    { orderBy: { at: 'asc', id: 'asc' } },
  );
  return ids.map((id) => entries.filter(({ subjectId }) => subjectId === id));
}

async function reviewsOfSessions(
  em: EntityManager,
  ids: readonly string[],
): Promise<(readonly RecordingReview[])[]> {
  const reviews = await em.find(
    RecordingReview,
    { session: { $in: [...ids] } },
    { orderBy: { decidedAt: 'asc', id: 'asc' } },
  );
  return ids.map((id) => reviews.filter(({ session }) => session.id === id));
}

async function verdictsOfSessions(
  em: EntityManager,
  ids: readonly string[],
): Promise<(readonly SentenceVerdict[])[]> {
  const verdicts = await em.find(
    SentenceVerdict,
    { session: { $in: [...ids] } },
    { orderBy: { sequence: 'asc', judgedAt: 'asc', id: 'asc' } },
  );
  return ids.map((id) => verdicts.filter(({ session }) => session.id === id));
}
