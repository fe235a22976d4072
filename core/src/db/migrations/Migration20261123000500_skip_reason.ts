import { Migration } from '@mikro-orm/migrations';

/** Why a speaker left a sentence out; old code neither writes nor reads it. */
export class SkipReason extends Migration {
  override up(): void {
    this.addSql(
      `alter table "text_segments" add column "skip_reason" text check ("skip_reason" in ('hard-to-say', 'wrong-text', 'offensive')) null;`,
    );
    this.addSql(
      `alter table "text_segments" add constraint "text_segments_skipped_is_discarded_check" check ("skip_reason" is null or "discarded");`,
    );
  }
}
