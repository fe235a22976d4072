import { Migration } from '@mikro-orm/migrations';

/** Lists of the sentences that speakers left out: of all texts by time, and of one text by its recitals. */
export class ReportedSentences extends Migration {
  override up(): void {
    this.addSql(
      `create index "text_segments_reported_index" on "text_segments" ("received_at", "id") where "skip_reason" is not null;`,
    );
    this.addSql(
      `create index "text_segments_reported_session_index" on "text_segments" ("session_id") where "skip_reason" is not null;`,
    );
  }
}
