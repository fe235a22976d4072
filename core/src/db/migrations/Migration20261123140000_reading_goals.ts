import { Migration } from '@mikro-orm/migrations';

/** What speakers set out to read; old code knows nothing of it. */
export class ReadingGoals extends Migration {
  override up(): void {
    this.addSql(
      `create table "reading_goals" ("user_id" uuid not null, "period" text check ("period" in ('day', 'week')) not null, "minutes" int not null, "updated_at" timestamptz(3) not null default now(), constraint "reading_goals_pkey" primary key ("user_id"));`,
    );
    this.addSql(
      `alter table "reading_goals" add constraint "reading_goals_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade;`,
    );
  }
}
