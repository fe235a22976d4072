import { Migration } from '@mikro-orm/migrations';

/**
 * What the console counts and shows: what was given of each text, what is unfinished, and when a sweep last ran. Old
 * code writes none of it: `npm run admin -- recount-totals` puts right what it left out while both ran.
 */
export class Console extends Migration {
  override up(): void {
    this.addSql(
      `create table "text_totals" ("text_id" uuid not null, "duration_seconds" double precision not null default 0, "recordings" int not null default 0, constraint "text_totals_pkey" primary key ("text_id"));`,
    );
    this.addSql(
      `create index "text_totals_duration_index" on "text_totals" ("duration_seconds", "text_id");`,
    );
    this.addSql(
      `alter table "text_totals" add constraint "text_totals_text_id_foreign" foreign key ("text_id") references "text_documents" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `insert into "text_totals" ("text_id", "duration_seconds", "recordings")
       select "document_id", round(sum(coalesce("duration_seconds", 0))::numeric, 3), count(*)
       from "recital_sessions" join "text_revisions" on "text_revisions"."id" = "text_revision_id"
       where "status" = 'uploaded' and "kept" and not "disavowed" group by "document_id";`,
    );
    this.addSql(
      `create index "recital_sessions_processing_index" on "recital_sessions" ("status") where "status" in ('ended', 'aggregated') and "end_reason" is distinct from 'empty';`,
    );
    this.addSql(
      `create table "sweep_runs" ("id" int not null, "began_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "error" text null, constraint "sweep_runs_pkey" primary key ("id"));`,
    );
  }
}
