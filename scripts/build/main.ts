import { resolve } from 'node:path';
import { BuildError, buildChanged } from './build-changed.js';
import { buildUnits } from './build-units.js';

const root = resolve(import.meta.dirname, '../..');

try {
  const built = await buildChanged(root, buildUnits(root));
  console.log(built.length === 0 ? 'Nothing changed since the last build.' : `Built: ${built.join(', ')}.`);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
