import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import { emittedSchema } from './graphql/emitted-schema.js';

// Writes schema.graphql. With --check it writes nothing, and ends with code 1 when the file is not what the code says.
const file = path.join(projectFolder, 'schema.graphql');
const emitted = emittedSchema();

if (!process.argv.includes('--check')) {
  writeFileSync(file, emitted);
} else if (readFileSync(file, 'utf8') !== emitted) {
  process.stderr.write(
    'schema.graphql is not what the resolvers say. Run `npm run emit-schema -w api` and commit the file.\n',
  );
  process.exitCode = 1;
}
