import { Migration } from '@mikro-orm/migrations';

/** Search by trigrams, the language of a session, totals per day and standings, and the indexes of the admins' lists. */
export class BackOffice extends Migration {
  override async up(): Promise<void> {
    await this.insistOnTrigrams();
    this.searchIndexes();
    this.sessionLanguage();
    this.totals();
    this.addSql(`create index "audit_log_actor_at_id_index" on "audit_log" ("actor_id", "at", "id");`);
    this.addSql(`create index "audit_log_action_at_id_index" on "audit_log" ("action", "at", "id");`);
  }

  /** The extension is trusted: who may create tables in a database of their own may create it, since PostgreSQL 13. */
  private async insistOnTrigrams(): Promise<void> {
    try {
      await this.execute('create extension if not exists pg_trgm');
    } catch (error) {
      throw new Error(
        `Searching needs PostgreSQL's extension pg_trgm (package postgresql-contrib). Let an administrator of the database run once: create extension pg_trgm; then start again. (${String(error)})`,
        { cause: error },
      );
    }
  }

  private searchIndexes(): void {
    this.addSql(`create index "users_name_trigrams_index" on "users" using gin ("name" gin_trgm_ops);`);
    this.addSql(`create index "users_email_trigrams_index" on "users" using gin ("email" gin_trgm_ops);`);
    this.addSql(
      `create index "users_unapproved_index" on "users" ("created_at", "id") where "group" is null;`,
    );
    this.addSql(`create index "users_admins_index" on "users" ("created_at", "id") where "group" = 'admin';`);
    this.addSql(
      `create index "text_documents_title_trigrams_index" on "text_documents" using gin ("title" gin_trgm_ops);`,
    );
  }

  /** The trigger serves releases that do not know the column yet, as well as those that do. */
  private sessionLanguage(): void {
    this.addSql(`alter table "recital_sessions" add column "language" text null;`);
    this.addSql(
      `update "recital_sessions" s set "language" = d."language" from "text_revisions" r join "text_documents" d on d."id" = r."document_id" where r."id" = s."text_revision_id";`,
    );
    this.addSql(
      `create function "recital_sessions_fill_language"() returns trigger as $$ begin select d."language" into new."language" from "text_revisions" r join "text_documents" d on d."id" = r."document_id" where r."id" = new."text_revision_id" for share of d; return new; end; $$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "recital_sessions_fill_language_trigger" before insert on "recital_sessions" for each row when (new."language" is null) execute function "recital_sessions_fill_language"();`,
    );
    this.addSql(
      `alter table "recital_sessions" alter column "language" set not null, add constraint "recital_sessions_language_check" check ("language" in ('he', 'yi', 'en'));`,
    );
    this.addSql(
      `create index "recital_sessions_language_created_at_id_index" on "recital_sessions" ("language", "created_at", "id");`,
    );
    this.addSql(
      `create index "recital_sessions_user_duration_id_index" on "recital_sessions" ("user_id", "duration_seconds", "id");`,
    );
    this.addSql(
      `create index "recital_sessions_unkept_index" on "recital_sessions" ("created_at", "id") where not "kept";`,
    );
  }

  private totals(): void {
    this.addSql(
      `create table "daily_totals" ("user_id" uuid not null, "day" date not null, "language" text check ("language" in ('he', 'yi', 'en')) not null, "duration_seconds" double precision not null default 0, "recordings" int not null default 0, constraint "daily_totals_pkey" primary key ("user_id", "day", "language"));`,
    );
    this.addSql(
      `create index "daily_totals_day_index" on "daily_totals" ("day", "language", "user_id") include ("duration_seconds", "recordings");`,
    );
    this.addSql(
      `alter table "daily_totals" add constraint "daily_totals_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `create table "standing_bands" ("band" int not null, "speakers" int not null default 0, "levels" int not null default 0, "duration_seconds" double precision not null default 0, "recordings" int not null default 0, constraint "standing_bands_pkey" primary key ("band"));`,
    );
    this.addSql(`alter table "user_totals" add column "band" int not null default 0;`);
    this.addSql(
      `create index "user_totals_band_index" on "user_totals" ("band", "duration_seconds") include ("recordings") where "recordings" > 0;`,
    );
    this.addSql(
      `insert into "daily_totals" ("user_id", "day", "language", "duration_seconds", "recordings") select "user_id", ("created_at" at time zone 'UTC')::date, "language", round(sum(coalesce("duration_seconds", 0))::numeric, 3), count(*) from "recital_sessions" where "status" = 'uploaded' and "kept" and not "disavowed" group by 1, 2, 3;`,
    );
    this.addSql(`update "user_totals" set "band" = floor(ln(1 + "duration_seconds") * 50)::int;`);
    this.addSql(
      `insert into "standing_bands" ("band", "speakers", "levels", "duration_seconds", "recordings") select "band", count(*), count(distinct "duration_seconds"), round(sum("duration_seconds")::numeric, 3), sum("recordings") from "user_totals" where "recordings" > 0 group by "band";`,
    );
  }
}
