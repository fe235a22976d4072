import { Migration } from '@mikro-orm/migrations';

/** The newest recitals of a text are found without looking at all of them; takes the place of an index of less. */
export class RecitalsOfText extends Migration {
  override up(): void {
    this.addSql(
      `create index "recital_sessions_text_revision_created_at_id_index" on "recital_sessions" ("text_revision_id", "created_at", "id");`,
    );
    this.addSql(`drop index "recital_sessions_text_revision_id_index";`);
  }
}
