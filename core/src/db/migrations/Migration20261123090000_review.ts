import { Migration } from '@mikro-orm/migrations';

/** A finished recording that nobody has decided on yet, and that nothing else keeps an admin from listening to. */
const waiting = `"status" = 'uploaded' and "kept" and not "disavowed" and "attention" is null and "review_outcome" is null`;

/** Verdicts of reviewers; old code neither writes nor reads them. */
export class Review extends Migration {
  override up(): void {
    this.addSql(`alter table "text_segments" add column "heard" text null;`);
    this.sessions();
    this.addSql(
      `create table "sentence_verdicts" ("id" uuid not null default gen_random_uuid(), "session_id" text not null, "sequence" int not null, "reviewer_id" uuid not null, "verdict" text check ("verdict" in ('good', 'wrong-words', 'noise', 'cut-off', 'other')) not null, "note" text null, "heard" text null, "stale" boolean not null default false, "judged_at" timestamptz(3) not null default now(), constraint "sentence_verdicts_pkey" primary key ("id"), constraint sentence_verdicts_other_says_what_check check ("verdict" <> 'other' or "note" is not null));`,
    );
    this.addSql(
      `alter table "sentence_verdicts" add constraint "sentence_verdicts_session_sequence_reviewer_unique" unique ("session_id", "sequence", "reviewer_id");`,
    );
    this.addSql(
      `create table "recording_reviews" ("id" uuid not null default gen_random_uuid(), "session_id" text not null, "reviewer_id" uuid not null, "decision" text check ("decision" in ('accepted', 'returned', 'rejected')) not null, "reason" text null, "stale" boolean not null default false, "decided_at" timestamptz(3) not null default now(), constraint "recording_reviews_pkey" primary key ("id"), constraint recording_reviews_return_says_why_check check ("decision" <> 'returned' or "reason" is not null));`,
    );
    this.addSql(
      `alter table "recording_reviews" add constraint "recording_reviews_session_reviewer_unique" unique ("session_id", "reviewer_id");`,
    );
    for (const table of ['sentence_verdicts', 'recording_reviews']) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_session_id_foreign" foreign key ("session_id") references "recital_sessions" ("id") on update cascade on delete cascade;`,
      );
      this.addSql(
        `alter table "${table}" add constraint "${table}_reviewer_id_foreign" foreign key ("reviewer_id") references "users" ("id") on update cascade on delete restrict;`,
      );
    }
  }

  private sessions(): void {
    this.addSql(
      `alter table "recital_sessions" add column "review_outcome" text check ("review_outcome" in ('accepted', 'returned', 'rejected')) null, add column "review_reason" text null, add column "reviewed_at" timestamptz(3) null, add column "reviewers_wanted" int null, add column "review_claimed_by" uuid null, add column "review_claimed_until" timestamptz(3) null, add column "review_version" int not null default 0, add column "review_published_version" int not null default 0;`,
    );
    this.addSql(
      `create index "recital_sessions_review_queue_index" on "recital_sessions" ("created_at", "id") where ${waiting};`,
    );
    this.addSql(
      `create index "recital_sessions_language_review_queue_index" on "recital_sessions" ("language", "created_at", "id") where ${waiting};`,
    );
    this.addSql(
      `create index "recital_sessions_reviewed_index" on "recital_sessions" ("review_outcome", "created_at", "id") where "review_outcome" is not null;`,
    );
    this.addSql(
      `create index "recital_sessions_review_claim_index" on "recital_sessions" ("review_claimed_by") where "review_claimed_by" is not null;`,
    );
    this.addSql(
      `create index "recital_sessions_review_to_publish_index" on "recital_sessions" ("reviewed_at") where "review_published_version" < "review_version";`,
    );
  }
}
