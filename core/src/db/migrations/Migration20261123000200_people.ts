import { Migration } from '@mikro-orm/migrations';

/** The consent trail, invites, and what is left of a deleted account. */
export class People extends Migration {
  override up(): void {
    this.addSql(
      `create table "agreement_signatures" ("id" uuid not null default gen_random_uuid(), "user_id" uuid not null, "version" text not null, "language" text check ("language" in ('he', 'yi', 'en')) not null, "sha256" text not null, "at" timestamptz(3) not null default now(), "confirmation_sent_at" timestamptz(3) null, constraint "agreement_signatures_pkey" primary key ("id"));`,
    );
    this.addSql(
      `create index "agreement_signatures_user_at_index" on "agreement_signatures" ("user_id", "at");`,
    );
    this.addSql(
      `alter table "agreement_signatures" add constraint "agreement_signatures_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete restrict;`,
    );

    this.addSql(
      `create table "invites" ("id" uuid not null default gen_random_uuid(), "code" text not null, "creator_id" uuid not null, "max_uses" int not null, "uses" int not null default 0, "expires_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "note" text null, "created_at" timestamptz(3) not null default now(), constraint "invites_pkey" primary key ("id"), constraint invites_uses_check check ("uses" >= 0 and "uses" <= "max_uses"));`,
    );
    this.addSql(`alter table "invites" add constraint "invites_code_unique" unique ("code");`);
    this.addSql(`create index "invites_created_at_id_index" on "invites" ("created_at", "id");`);
    this.addSql(
      `alter table "invites" add constraint "invites_creator_id_foreign" foreign key ("creator_id") references "users" ("id") on update cascade on delete restrict;`,
    );

    this.addSql(`alter table "users" add column "deleted_at" timestamptz(3) null;`);
  }
}
