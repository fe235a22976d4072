import { Migration } from '@mikro-orm/migrations';

/** How long a text is, beside it, so that lists are sorted by it. The trigger serves whoever writes revisions. */
export class TextLength extends Migration {
  override up(): void {
    this.addSql(`alter table "text_documents" add column "sentence_count" int not null default 0;`);
    this.addSql(
      `create function "text_documents_keep_length"() returns trigger as $$ begin update "text_documents" set "sentence_count" = new."sentence_count" where "id" = new."document_id" and "current_revision" <= new."number"; return null; end; $$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "text_documents_keep_length_trigger" after insert or update of "sentence_count" on "text_revisions" for each row execute function "text_documents_keep_length"();`,
    );
    this.addSql(
      `update "text_documents" d set "sentence_count" = r."sentence_count" from "text_revisions" r where r."document_id" = d."id" and r."number" = d."current_revision";`,
    );
    this.addSql(
      `create index "text_documents_sentence_count_id_index" on "text_documents" ("sentence_count", "id");`,
    );
  }
}
