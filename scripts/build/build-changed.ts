import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForLockFile } from '../lock/lock-file.mjs';
import type { ChildRegistry } from '../processes/child-registry.js';
import { runCommand } from '../processes/run-command.js';
import type { BuildUnit } from './build-units.js';
import { compressFiles } from './compress-files.js';
import { contentHash } from './content-hash.js';

const stampName = '.inputs';

export class BuildError extends Error {
  constructor(unit: string, output: string) {
    super(`The build of ${unit} failed:\n${output.trim()}`);
    this.name = 'BuildError';
  }
}

/**
 * Builds the units whose inputs are not those of the last build; two builds at a time take turns.
 * @returns the names of the units that were built
 * @throws BuildError with what the compiler said
 */
export async function buildChanged(
  root: string,
  units: readonly BuildUnit[],
  options: { registry?: ChildRegistry; signal?: AbortSignal; onWait?: () => void } = {},
): Promise<string[]> {
  const lock = await waitForLockFile(join(root, 'tmp', 'build.lock'), () => options.onWait?.());
  try {
    // The lock is given back only when none is writing any more.
    const outcomes = await Promise.allSettled(units.map((unit) => buildUnit(root, unit, options)));
    return outcomes.flatMap((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value ?? [];
    });
  } finally {
    lock.release();
  }
}

async function buildUnit(
  root: string,
  unit: BuildUnit,
  options: { registry?: ChildRegistry; signal?: AbortSignal },
): Promise<string | null> {
  const hash = await contentHash(root, unit.inputs);
  const stamps = unit.outputs.map((folder) => join(root, folder, stampName));
  if (await allHold(stamps, hash)) return null;
  await Promise.all(stamps.map((stamp) => rm(stamp, { force: true })));
  for (const { from, to } of unit.compiled) await removeOrphans(join(root, from), join(root, to));
  const { ok, output } = await runCommand(unit.command, {
    name: `build of ${unit.name}`,
    cwd: join(root, unit.folder),
    ...options,
  });
  options.signal?.throwIfAborted();
  if (!ok) throw new BuildError(unit.name, output);
  if (unit.assets) await compressFiles(join(root, unit.assets));
  await Promise.all(stamps.map((stamp) => writeFile(stamp, hash)));
  return unit.name;
}

async function allHold(stamps: string[], hash: string): Promise<boolean> {
  const held = await Promise.all(stamps.map((stamp) => readFile(stamp, 'utf8').catch(() => null)));
  return held.every((content) => content === hash);
}

/** A migration that was renamed would otherwise run twice: from its old output and from its new one. */
async function removeOrphans(sources: string, output: string): Promise<void> {
  const names = await readdir(output, { recursive: true }).catch((): string[] => []);
  for (const name of names) {
    const source = name.replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (source === name || (await exists(join(sources, source)))) continue;
    await rm(join(output, name));
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
