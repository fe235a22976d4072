import type { TestProject } from 'vitest/node';
import { provideDatabase } from './scripts/test/provide-database.js';

/** One PostgreSQL for all test files; each makes a database of its own from the migrated template. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideDatabase(project, { seeded: false });
}
