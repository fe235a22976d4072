import type pg from 'pg';

/** Rows of the predecessor's database, as its columns are called there. */
export interface OriginalUser {
  readonly id: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly picture: string | null;
  readonly group: string | null;
  readonly agreement_signed_version: string | null;
  readonly agreement_signed_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  /** From `users_metadata`; null where there is no row. */
  readonly year_of_birth: number | null;
  readonly biological_sex: string | null;
}

export interface OriginalText {
  readonly id: string;
  readonly source: string;
  readonly source_type: string;
  readonly lang: string | null;
  readonly text: unknown;
  readonly title: string | null;
  readonly public: boolean | null;
  readonly owner_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export interface OriginalSession {
  readonly id: string;
  readonly user_id: string;
  readonly document_id: string | null;
  readonly status: string;
  readonly duration: number | null;
  readonly disavowed: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A sentence as the client of then sent it: no place in the text, and only its end. */
export interface OriginalReading {
  readonly text: string;
  readonly seek_end: number;
  readonly discarded: boolean;
}

export interface OriginalAudio {
  readonly sequential: number;
  readonly filename: string;
}

/** Users with what they said of themselves, the oldest first. */
export async function readUsers(original: pg.Client): Promise<OriginalUser[]> {
  const { rows } = await original.query<OriginalUser>(
    `select u.*, m.year_of_birth, m.biological_sex from users u
     left join users_metadata m on m.id = u.id order by u.created_at, u.id`,
  );
  return rows;
}

export async function readTexts(original: pg.Client): Promise<OriginalText[]> {
  const { rows } = await original.query<OriginalText>('select * from text_documents order by created_at, id');
  return rows;
}

export async function readSessions(original: pg.Client): Promise<OriginalSession[]> {
  const { rows } = await original.query<OriginalSession>(
    `select id, user_id, document_id, status, duration, disavowed, created_at, updated_at
     from recital_sessions order by created_at, id`,
  );
  return rows;
}

/** In the order of reading. Rows of before there were discards hold null. */
export async function readReadings(original: pg.Client, sessionId: string): Promise<OriginalReading[]> {
  const { rows } = await original.query<OriginalReading>(
    `select text, seek_end, coalesce(discarded, false) as discarded from recital_text_segments
     where recital_session_id = $1 order by seek_end, created_at, id`,
    [sessionId],
  );
  return rows;
}

/** One row for each segment: a retry left several for the same file. */
export async function readAudio(original: pg.Client, sessionId: string): Promise<OriginalAudio[]> {
  const { rows } = await original.query<OriginalAudio>(
    `select sequential, min(filename) as filename from recital_audio_segments
     where recital_session_id = $1 group by sequential order by sequential`,
    [sessionId],
  );
  return rows;
}
