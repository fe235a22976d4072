import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Makes an address at which somebody's recording can be fetched. */
export type LinkTo = (file: {
  readonly sessionId: string;
  readonly epoch: number;
  readonly fileName: string;
}) => string;

/** Sessions read at a time: what an export holds in memory. */
const batch = 50;

/**
 * Everything that is known of a person, piece by piece, as one JSON text. Secrets of ours (the token version) and
 * what only runs the system (leases, attempts) are left out.
 */
export async function* exportAccount(em: EntityManager, user: User, linkTo: LinkTo): AsyncGenerator<string> {
  const { id, email, emailVerified, name, picture, group, googleSub, createdAt, updatedAt } = user;
  const account = { id, email, emailVerified, name, picture, group, googleSub, createdAt, updatedAt };
  yield `{\n"exportedAt": ${json(new Date())},\n"account": ${json(account)}`;
  for (const [title, statement] of Object.entries(parts)) {
    yield `,\n${json(title)}: ${json(await em.execute(statement, [id]))}`;
  }
  yield `,\n"recitals": [`;
  let separator = '';
  for await (const session of sessionsOf(em, id)) {
    yield `${separator}\n${json(await describeSession(em, session, linkTo))}`;
    separator = ',';
  }
  yield '\n]\n}\n';
}

const json = (value: unknown): string => JSON.stringify(value);

/** What there is beside the recitals; one parameter, the user's id. */
const parts = {
  profile: `select year_of_birth_answer as "yearOfBirthAnswer", year_of_birth as "yearOfBirth",
      biological_sex as "biologicalSex", created_at as "createdAt", updated_at as "updatedAt"
    from speaker_profiles where user_id = ?`,
  signatures: `select version, language, sha256, at, confirmation_sent_at as "confirmationSentAt"
    from agreement_signatures where user_id = ? order by at`,
  totals: `select duration_seconds as "durationSeconds", recordings from user_totals where user_id = ?`,
  goal: `select period, minutes, updated_at as "updatedAt" from reading_goals where user_id = ?`,
  texts: `select d.id, d.title, d.language, d.source_kind as "sourceKind", d.source, d.public,
      d.archived_at as "archivedAt", d.created_at as "createdAt", d.updated_at as "updatedAt",
      (select json_agg(json_build_object('number', r.number, 'createdAt', r.created_at, 'paragraphs', r.paragraphs)
         order by r.number) from text_revisions r where r.document_id = d.id) as revisions
    from text_documents d where d.owner_id = ? order by d.created_at, d.id`,
  acts: `select at, action, delegated, subject_kind as "subjectKind", subject_id as "subjectId", details
    from audit_log where actor_id = ? order by at, id`,
} as const;

interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly disavowed: boolean;
  readonly artifacts: FinishedArtifacts | null;
}

async function* sessionsOf(em: EntityManager, userId: string): AsyncGenerator<SessionRow> {
  let after: string | null = null;
  for (;;) {
    const rows: SessionRow[] = await em.execute<SessionRow[]>(
      `select s.id, s.status, s.kept, s.disavowed, s.disavowed_at as "disavowedAt", s.started_at as "startedAt",
         s.ended_at as "endedAt", s.end_reason as "endReason", s.capture, s.recorded_seconds as "recordedSeconds",
         s.duration_seconds as "durationSeconds", s.finalised_at as "finalisedAt",
         s.review_outcome as "reviewOutcome", s.review_reason as "reviewReason", s.reviewed_at as "reviewedAt", s.artifacts,
         s.created_at as "createdAt", s.updated_at as "updatedAt", r.number as "textRevision",
         r.document_id as "textId", d.title as "textTitle"
       from recital_sessions s
       join text_revisions r on r.id = s.text_revision_id join text_documents d on d.id = r.document_id
       where s.user_id = ? and (?::text is null or (s.created_at, s.id) > (select created_at, id from recital_sessions where id = ?))
       order by s.created_at, s.id limit ${batch}`,
      [userId, after, after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}

async function describeSession(
  em: EntityManager,
  { artifacts, ...session }: SessionRow,
  linkTo: LinkTo,
): Promise<object> {
  const sentences = await em.execute<unknown[]>(
    `select sequence, paragraph, sentence, text, seek_start as "seekStart", seek_end as "seekEnd", discarded,
       skip_reason as "skipReason", received_at as "receivedAt"
     from text_segments where session_id = ? order by sequence`,
    [session.id],
  );
  const segments = await em.execute<unknown[]>(
    `select sequence, mime_type as "mimeType", byte_length as "byteLength", sha256, received_at as "receivedAt"
     from audio_segments where session_id = ? order by sequence`,
    [session.id],
  );
  const files =
    artifacts === null || session.disavowed
      ? {}
      : Object.fromEntries(
          Object.entries(artifacts.files).map(([name, file]) => [
            name,
            {
              ...file,
              url: linkTo({ sessionId: session.id, epoch: artifacts.epoch, fileName: file.fileName }),
            },
          ]),
        );
  return { ...session, sentences, segments, files };
}
