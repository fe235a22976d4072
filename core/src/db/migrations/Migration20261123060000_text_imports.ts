import { Migration } from '@mikro-orm/migrations';

/** Articles and files on their way to become texts; texts that are deleted; indexes of the library's lists. */
export class TextImports extends Migration {
  override up(): void {
    this.addSql(
      `create table "text_imports" ("id" uuid not null default gen_random_uuid(), "owner_id" uuid null, "batch" uuid null, "source_kind" text check ("source_kind" in ('wiki-article', 'file-upload')) not null, "source" text not null, "language" text check ("language" in ('he', 'yi', 'en')) not null, "title" text null, "public" boolean not null default false, "state" text check ("state" in ('queued', 'running', 'done', 'failed')) not null default 'queued', "progress" int not null default 0, "refusal" text check ("refusal" in ('not-a-link', 'wrong-host', 'unsupported-language', 'not-an-article', 'article-not-found', 'wiki-unavailable', 'unsupported-format', 'too-large', 'unpacks-too-large', 'too-complex', 'broken-file', 'protected-file', 'no-text-layer', 'nothing-to-read', 'too-many-imports', 'no-room', 'failed')) null, "content" bytea null, "epoch" int not null default 0, "attempts" int not null default 0, "lease_until" timestamptz(3) null, "hinted_at" timestamptz(3) not null default now(), "created_at" timestamptz(3) not null default now(), "finished_at" timestamptz(3) null, constraint "text_imports_pkey" primary key ("id"));`,
    );
    // A file lies there for seconds and is mostly compressed already.
    this.addSql(`alter table "text_imports" alter column "content" set storage external;`);
    this.addSql(`create index "text_imports_created_at_id_index" on "text_imports" ("created_at", "id");`);
    this.addSql(
      `create index "text_imports_owner_created_at_id_index" on "text_imports" ("owner_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "text_imports_batch_created_at_id_index" on "text_imports" ("batch", "created_at", "id");`,
    );
    this.addSql(
      `create index "text_imports_open_index" on "text_imports" ("owner_id", "hinted_at") where "finished_at" is null;`,
    );
    this.addSql(
      `create index "text_imports_finished_index" on "text_imports" ("finished_at") where "finished_at" is not null;`,
    );
    this.addSql(
      `alter table "text_imports" add constraint "text_imports_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on update cascade on delete set null;`,
    );

    this.addSql(
      `alter table "text_documents" add column "deleted_at" timestamptz(3) null, add column "import_id" uuid null;`,
    );
    this.addSql(
      `create index "text_documents_owner_created_at_id_index" on "text_documents" ("owner_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "text_documents_language_created_at_id_index" on "text_documents" ("language", "created_at", "id");`,
    );
    this.addSql(
      `create index "text_documents_public_index" on "text_documents" ("created_at", "id") where "public";`,
    );
    this.addSql(
      `create index "text_documents_import_index" on "text_documents" ("import_id") where "import_id" is not null;`,
    );
  }
}
