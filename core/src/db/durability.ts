import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from '../logging/logger.js';

/** Settings without which PostgreSQL answers before a row is on the disk, or may tear it on the way there. */
const needed = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Those of them that are off: with these, the database may lose what it has confirmed. */
export async function unsafeSettings(em: EntityManager): Promise<string[]> {
  const off: string[] = [];
  for (const setting of needed) {
    const [row] = await em.execute<Record<string, string>[]>(`show ${setting}`);
    if (row?.[setting] === 'off') off.push(setting);
  }
  return off;
}

/** Tells the operator of a database that may lose recordings which were acknowledged. */
export async function warnOfUnsafeSettings(em: EntityManager, log: Logger): Promise<void> {
  const settings = await unsafeSettings(em);
  if (settings.length === 0) return;
  log.error({ settings }, 'the database may lose recordings that were acknowledged: these settings are off');
}
