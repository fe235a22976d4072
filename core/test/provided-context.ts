import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's own database, as its superuser: here test files make and drop theirs. */
    postgresAdminUrl: string;
    /** A database with the whole schema, to be copied: `create database x template y`. */
    postgresTemplate: string;
  }
}
