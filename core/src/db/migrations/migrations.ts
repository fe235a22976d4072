import { InitialSchema } from './Migration20261122000000_initial_schema.js';

/**
 * Every migration, in order. Named here, and not found by a look into the folder, so that the same list holds under
 * tsx, vitest and plain Node. The name is what the database remembers: never change one.
 */
export const migrations = [{ name: 'Migration20261122000000_initial_schema', class: InitialSchema }];
