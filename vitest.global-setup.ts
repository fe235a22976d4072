import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { startTestDatabase } from './scripts/test/test-database.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** the server's own database, as its superuser: here test files make and drop theirs */
    postgresAdminUrl: string;
    /** name of a database with the whole schema, to be copied: `create database x template y` */
    postgresTemplate: string;
  }
}

/** One PostgreSQL for all test files; each makes a database of its own from the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { adminUrl, template, stop } = await startTestDatabase();
  project.provide('postgresAdminUrl', adminUrl);
  project.provide('postgresTemplate', template);
  return stop;
}
