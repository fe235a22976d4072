import { buildChanged } from './build-changed.js';
import { buildUnits } from './build-units.js';

/** Builds API, jobs and command line where their sources changed; the web apps stay as they are. */
export async function buildServers(root: string): Promise<void> {
  await buildChanged(
    root,
    buildUnits(root).filter(({ name }) => name === 'server'),
  );
}
