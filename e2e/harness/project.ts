import { resolve } from 'node:path';

/** The folder that holds package.json. */
export const project = resolve(import.meta.dirname, '../..');
