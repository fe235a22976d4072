import type { TestProject } from 'vitest/node';
import { provideDatabase } from '../scripts/test/provide-database.js';

/** One PostgreSQL for all systems; each has a copy of a database with users and texts. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideDatabase(project, { seeded: true });
}
