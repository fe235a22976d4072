import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { startTestDatabase } from './test-database.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** the server's own database, as its superuser: here test files make and drop theirs */
    postgresAdminUrl: string;
    /** name of a database with the whole schema, to be copied: `create database x template y` */
    postgresTemplate: string;
  }
}

/**
 * Starts a PostgreSQL for a project's test files and tells them of it.
 * @param options.seeded - with the development users and the sample texts
 * @returns what ends it
 */
export async function provideDatabase(
  project: TestProject,
  options: { readonly seeded: boolean },
): Promise<() => Promise<void>> {
  const { adminUrl, template, stop } = await startTestDatabase(options);
  project.provide('postgresAdminUrl', adminUrl);
  project.provide('postgresTemplate', template);
  return stop;
}
