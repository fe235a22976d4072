import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Not import.meta.resolve: Vitest's global set-up does not have it.
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * The command that runs a TypeScript file in a Node process of its own.
 * @param options.conditions `development` takes the other packages from their sources, else from `dist`
 */
export function typescriptCommand(
  file: string,
  args: string[] = [],
  options: { development: boolean } = { development: true },
): [string, ...string[]] {
  const conditions = options.development ? ['--conditions=development'] : [];
  return [process.execPath, ...conditions, '--import', tsx, file, ...args];
}
