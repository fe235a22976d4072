import { Migration } from '@mikro-orm/migrations';

/** What can be heard of a recording before it is finished; old code knows nothing of it. */
export class EarlyMain extends Migration {
  override up(): void {
    this.addSql(`alter table "recital_sessions" add column "early_main" jsonb null;`);
  }
}
