import type { EntityManager } from '@mikro-orm/postgresql';
import { agendaSchema } from './orm.js';

/** Deletes every row of every table, jobs included, and keeps the schema. What is stored elsewhere stays there. */
export async function clearDatabase(em: EntityManager): Promise<void> {
  const tables = await em.execute<{ name: string }[]>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in (current_schema(), ?) and tablename not like 'mikro_orm_migrations%'`,
    [agendaSchema],
  );
  await em.execute(`truncate ${tables.map(({ name }) => name).join(', ')}`);
}
