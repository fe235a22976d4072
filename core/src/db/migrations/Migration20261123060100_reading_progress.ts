import { Migration } from '@mikro-orm/migrations';

/** What a speaker has read of a text is looked up by both. */
export class ReadingProgress extends Migration {
  override up(): void {
    this.addSql(
      `create index "recital_sessions_user_text_revision_index" on "recital_sessions" ("user_id", "text_revision_id");`,
    );
  }
}
