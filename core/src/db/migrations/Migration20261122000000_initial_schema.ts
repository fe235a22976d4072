import { Migration } from '@mikro-orm/migrations';

/**
 * Agenda's own tables, as its Postgres backend 3.0.6 makes them. Made here because its workers, started
 * together on an empty database, trip over each other (tuple concurrently updated).
 */
const agendaTables = `
create schema "agenda";
create table "agenda"."agenda_jobs" (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  priority integer not null default 0,
  next_run_at timestamptz,
  type varchar(10) not null default 'normal' check (type in ('normal', 'single')),
  locked_at timestamptz,
  last_finished_at timestamptz,
  failed_at timestamptz,
  fail_count integer default null,
  fail_reason text,
  repeat_timezone varchar(100),
  last_run_at timestamptz,
  repeat_interval varchar(255),
  data jsonb default '{}'::jsonb,
  repeat_at varchar(255),
  disabled boolean default false,
  progress real,
  fork boolean default false,
  last_modified_by varchar(255),
  debounce_started_at timestamptz,
  start_date timestamptz,
  end_date timestamptz,
  skip_days jsonb,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);
create index "agenda_jobs_find_and_lock_idx" on "agenda"."agenda_jobs" (name, next_run_at, priority desc, locked_at, disabled) where disabled = false;
create unique index "agenda_jobs_single_job_idx" on "agenda"."agenda_jobs" (name) where type = 'single';
create index "agenda_jobs_locked_at_idx" on "agenda"."agenda_jobs" (locked_at) where locked_at is not null;
create index "agenda_jobs_next_run_at_idx" on "agenda"."agenda_jobs" (next_run_at) where next_run_at is not null;
create function "agenda"."update_agenda_jobs_updated_at"() returns trigger as $$
begin
  new.updated_at = now();
  return new;
end;
$$ language plpgsql;
create trigger "agenda_jobs_updated_at_trigger" before update on "agenda"."agenda_jobs"
  for each row execute function "agenda"."update_agenda_jobs_updated_at"();
`;

export class InitialSchema extends Migration {
  override async up(): Promise<void> {
    await this.refusePredecessor();
    this.addSql(
      `create table "audit_log" ("id" uuid not null default gen_random_uuid(), "at" timestamptz(3) not null default now(), "actor_id" uuid null, "delegated" boolean not null default false, "action" text not null, "subject_kind" text not null, "subject_id" text not null, "details" jsonb null, constraint "audit_log_pkey" primary key ("id"));`,
    );
    this.addSql(`create index "audit_log_at_id_index" on "audit_log" ("at", "id");`);
    this.addSql(`create index "audit_log_subject_index" on "audit_log" ("subject_kind", "subject_id");`);

    this.addSql(
      `create table "users" ("id" uuid not null default gen_random_uuid(), "email" text not null, "email_verified" boolean not null default false, "name" text not null, "picture" text null, "group" text check ("group" in ('admin', 'speaker')) null, "google_sub" text null, "token_version" int not null default 0, "agreement_signed_version" text null, "agreement_signed_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), constraint "users_pkey" primary key ("id"));`,
    );
    this.addSql(`alter table "users" add constraint "users_google_sub_unique" unique ("google_sub");`);
    this.addSql(`create index "users_created_at_id_index" on "users" ("created_at", "id");`);
    this.addSql(`create index "users_name_id_index" on "users" ("name", "id");`);
    this.addSql(`create index "users_email_id_index" on "users" ("email", "id");`);
    this.addSql(`create unique index "users_email_lower_unique" on "users" (lower("email"));`);

    this.addSql(
      `create table "text_documents" ("id" uuid not null default gen_random_uuid(), "title" text not null, "language" text check ("language" in ('he', 'yi', 'en')) not null, "source_kind" text check ("source_kind" in ('wiki-article', 'plain-text', 'file-upload')) not null, "source" text null, "owner_id" uuid null, "public" boolean not null default false, "archived_at" timestamptz(3) null, "current_revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), constraint "text_documents_pkey" primary key ("id"));`,
    );
    this.addSql(`create index "text_documents_owner_id_index" on "text_documents" ("owner_id");`);
    this.addSql(
      `create index "text_documents_created_at_id_index" on "text_documents" ("created_at", "id");`,
    );
    this.addSql(`create index "text_documents_title_id_index" on "text_documents" ("title", "id");`);

    this.addSql(
      `create table "text_revisions" ("id" uuid not null default gen_random_uuid(), "document_id" uuid not null, "number" int not null, "paragraphs" jsonb not null, "sentence_count" int not null, "word_count" int not null, "created_at" timestamptz(3) not null default now(), constraint "text_revisions_pkey" primary key ("id"));`,
    );
    this.addSql(
      `alter table "text_revisions" add constraint "text_revisions_document_number_unique" unique ("document_id", "number");`,
    );

    this.addSql(
      `create table "speaker_profiles" ("user_id" uuid not null, "year_of_birth_answer" text check ("year_of_birth_answer" in ('unknown', 'declined', 'given')) not null default 'unknown', "year_of_birth" int null, "biological_sex" text check ("biological_sex" in ('male', 'female', 'unspecified')) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), constraint "speaker_profiles_pkey" primary key ("user_id"), constraint speaker_profiles_year_goes_with_answer_check check (("year_of_birth_answer" = 'given') = ("year_of_birth" is not null)));`,
    );

    this.addSql(
      `create table "recital_sessions" ("id" text not null, "user_id" uuid not null, "client_key" text not null, "text_revision_id" uuid not null, "status" text check ("status" in ('active', 'ended', 'aggregated', 'uploaded', 'discarded')) not null default 'active', "kept" boolean not null default false, "disavowed" boolean not null default false, "disavowed_at" timestamptz(3) null, "started_at" timestamptz(3) not null, "last_activity_at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, "end_reason" text check ("end_reason" in ('finished', 'interrupted', 'empty', 'abandoned')) null, "capture" jsonb not null, "expected_audio_segments" int null, "expected_text_segments" int null, "end_discarded_sequences" jsonb null, "discarded_sequences" int[] not null default '{}', "recorded_seconds" double precision null, "content_version" int not null default 0, "finalised_version" int not null default 0, "last_content_at" timestamptz(3) not null default now(), "accept_incomplete" boolean not null default false, "staged" jsonb null, "artifacts" jsonb null, "duration_seconds" double precision null, "finalised_at" timestamptz(3) null, "segments_deleted_at" timestamptz(3) null, "first_deletion_at" timestamptz(3) null, "epoch" int not null default 0, "lease_until" timestamptz(3) null, "attempts" int not null default 0, "next_attempt_at" timestamptz(3) null, "last_error" text null, "attention" text check ("attention" in ('missing-segments', 'unreadable-audio', 'duration-mismatch', 'no-sentences', 'finalisation-failed', 'deletion-incomplete')) null, "attention_version" int null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), constraint "recital_sessions_pkey" primary key ("id"));`,
    );
    this.addSql(
      `create index "recital_sessions_text_revision_id_index" on "recital_sessions" ("text_revision_id");`,
    );
    this.addSql(
      `create index "recital_sessions_user_created_at_id_index" on "recital_sessions" ("user_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "recital_sessions_created_at_id_index" on "recital_sessions" ("created_at", "id");`,
    );
    this.addSql(
      `create index "recital_sessions_status_created_at_id_index" on "recital_sessions" ("status", "created_at", "id");`,
    );
    this.addSql(
      `create index "recital_sessions_duration_id_index" on "recital_sessions" ("duration_seconds", "id");`,
    );
    this.addSql(
      `create index "recital_sessions_due_index" on "recital_sessions" ("last_content_at") where "finalised_version" < "content_version" and not "disavowed";`,
    );
    this.addSql(
      `create index "recital_sessions_active_index" on "recital_sessions" ("last_activity_at") where "status" = 'active';`,
    );
    this.addSql(
      `create index "recital_sessions_to_discard_index" on "recital_sessions" ("disavowed_at") where "disavowed" and "status" <> 'discarded';`,
    );
    this.addSql(
      `create index "recital_sessions_attention_index" on "recital_sessions" ("created_at", "id") where "attention" is not null;`,
    );
    this.addSql(
      `alter table "recital_sessions" add constraint "recital_sessions_user_client_key_unique" unique ("user_id", "client_key");`,
    );

    this.addSql(
      `create table "text_segments" ("id" uuid not null default gen_random_uuid(), "session_id" text not null, "sequence" int not null, "paragraph" int not null, "sentence" int not null, "text" text not null, "seek_start" double precision not null, "seek_end" double precision not null, "discarded" boolean not null default false, "received_at" timestamptz(3) not null default now(), constraint "text_segments_pkey" primary key ("id"), constraint text_segments_sequence_check check ("sequence" >= 0), constraint text_segments_seek_start_check check ("seek_start" >= (0)::double precision), constraint text_segments_seek_end_check check ("seek_end" >= "seek_start"));`,
    );
    this.addSql(
      `alter table "text_segments" add constraint "text_segments_session_sequence_unique" unique ("session_id", "sequence");`,
    );

    this.addSql(
      `create table "set_aside_text" ("id" uuid not null default gen_random_uuid(), "session_id" text not null, "sequence" int not null, "paragraph" int not null, "sentence" int not null, "seek_start" double precision not null, "seek_end" double precision not null, "discarded" boolean not null, "received_at" timestamptz(3) not null default now(), constraint "set_aside_text_pkey" primary key ("id"));`,
    );
    this.addSql(
      `alter table "set_aside_text" add constraint "set_aside_text_all_unique" unique ("session_id", "sequence", "paragraph", "sentence", "seek_start", "seek_end", "discarded");`,
    );

    this.addSql(
      `create table "set_aside_audio" ("id" uuid not null default gen_random_uuid(), "session_id" text not null, "sequence" int not null, "mime_type" text not null, "byte_length" int not null, "sha256" text not null, "storage_key" text not null, "received_at" timestamptz(3) not null default now(), constraint "set_aside_audio_pkey" primary key ("id"));`,
    );
    this.addSql(
      `alter table "set_aside_audio" add constraint "set_aside_audio_session_sequence_sha256_unique" unique ("session_id", "sequence", "sha256");`,
    );

    this.addSql(
      `create table "audio_segments" ("id" uuid not null default gen_random_uuid(), "session_id" text not null, "sequence" int not null, "mime_type" text not null, "byte_length" int not null, "sha256" text not null, "storage_key" text not null, "source_offset" bigint null, "received_at" timestamptz(3) not null default now(), constraint "audio_segments_pkey" primary key ("id"), constraint audio_segments_sequence_check check ("sequence" >= 0), constraint audio_segments_byte_length_check check ("byte_length" > 0));`,
    );
    this.addSql(
      `alter table "audio_segments" add constraint "audio_segments_session_sequence_unique" unique ("session_id", "sequence");`,
    );

    this.addSql(
      `create table "user_totals" ("user_id" uuid not null, "duration_seconds" double precision not null default 0, "recordings" int not null default 0, constraint "user_totals_pkey" primary key ("user_id"));`,
    );
    this.addSql(`create index "user_totals_duration_seconds_index" on "user_totals" ("duration_seconds");`);

    this.addSql(
      `alter table "text_documents" add constraint "text_documents_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on update cascade on delete set null;`,
    );

    this.addSql(
      `alter table "text_revisions" add constraint "text_revisions_document_id_foreign" foreign key ("document_id") references "text_documents" ("id") on update cascade on delete restrict;`,
    );

    this.addSql(
      `alter table "speaker_profiles" add constraint "speaker_profiles_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "recital_sessions" add constraint "recital_sessions_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete restrict;`,
    );
    this.addSql(
      `alter table "recital_sessions" add constraint "recital_sessions_text_revision_id_foreign" foreign key ("text_revision_id") references "text_revisions" ("id") on update cascade on delete restrict;`,
    );

    this.addSql(
      `alter table "text_segments" add constraint "text_segments_session_id_foreign" foreign key ("session_id") references "recital_sessions" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "set_aside_text" add constraint "set_aside_text_session_id_foreign" foreign key ("session_id") references "recital_sessions" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "set_aside_audio" add constraint "set_aside_audio_session_id_foreign" foreign key ("session_id") references "recital_sessions" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "audio_segments" add constraint "audio_segments_session_id_foreign" foreign key ("session_id") references "recital_sessions" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "user_totals" add constraint "user_totals_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(agendaTables);
  }

  /** Several table names are the predecessor's: its rows are taken over by an import, never altered in place. */
  private async refusePredecessor(): Promise<void> {
    const rows = await this.execute(
      `select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'recital_text_segments'`,
    );
    if (rows.length > 0) {
      throw new Error(
        "This database holds the predecessor's tables. Give the new system an empty database (DB_CONNECTION_STR) and bring the old data over with: npm run admin -- import-original",
      );
    }
  }
}
