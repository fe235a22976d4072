import { randomUUID } from 'node:crypto';
import { emptyDatabase } from '@crowd-recital/core/test/database.js';
import pg from 'pg';

/** The predecessor's tables, as its migrations made them. */
const schema = `
create table users (id uuid primary key, email text not null, email_verified boolean not null, name text not null,
  picture text, "group" text, agreement_signed_version text, agreement_signed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null);
create table users_metadata (id uuid primary key references users (id), year_of_birth integer, biological_sex text,
  created_at timestamptz not null default now(), updated_at timestamptz not null);
create table text_documents (id uuid primary key, source text not null, source_type text not null,
  lang text default 'he', text json, title text, public boolean default false, owner_id uuid references users (id),
  created_at timestamptz not null default now(), updated_at timestamptz not null);
create table recital_sessions (id text primary key, user_id uuid not null references users (id),
  document_id uuid references text_documents (id), status text not null default 'active', duration double precision,
  disavowed boolean not null default false, source_audio_filename text, main_audio_filename text,
  light_audio_filename text, text_filename text, created_at timestamptz not null default now(),
  updated_at timestamptz not null);
create table recital_text_segments (id uuid primary key, recital_session_id text not null references recital_sessions (id),
  seek_end double precision not null, text text not null, discarded boolean default false,
  created_at timestamptz not null default now(), updated_at timestamptz not null);
create table recital_audio_segments (id uuid primary key, recital_session_id text not null references recital_sessions (id),
  sequential integer not null, filename text not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null);
`;

/** A database of the predecessor, to be filled by a test. */
export interface OriginalDatabase {
  readonly connectionString: string;
  /** Puts a row into a table; `id` and `updated_at` are filled in. @returns its id. */
  add(table: string, row: Readonly<Record<string, unknown>>): Promise<string>;
  drop(): Promise<void>;
}

/** @returns an empty one. */
export async function originalDatabase(): Promise<OriginalDatabase> {
  const empty = await emptyDatabase();
  const { connectionString } = empty;
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(schema);
  return {
    connectionString,
    async add(table, row) {
      const filled: Record<string, unknown> = { id: randomUUID(), updated_at: new Date(), ...row };
      const columns = Object.keys(filled).map((column) => client.escapeIdentifier(column));
      const places = columns.map((_, index) => `$${index + 1}`);
      await client.query(
        `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
        Object.values(filled),
      );
      return String(filled.id);
    },
    async drop() {
      await client.end();
      await empty.drop();
    },
  };
}
