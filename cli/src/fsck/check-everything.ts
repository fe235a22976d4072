import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { CliFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';

/** How closely to look. */
export interface FsckGiven {
  /** Hashes too, not only lengths. */
  readonly deep: boolean;
  /** Seconds before a file that no row names counts as one too many. */
  readonly grace: number;
}

/**
 * Checks the configured database against the configured store and prints what does not match.
 * @throws CliFault with exit code 3 when anything was found, 1 when the check could not be made.
 */
export async function checkEverything({ deep, grace }: FsckGiven): Promise<void> {
  const findings = await withSystem(async ({ config, em }) =>
    fsck({ em, store: await createContentStore(config), verifyHashes: deep, graceSeconds: grace }),
  );
  for (const { kind, subject, detail } of findings) console.log(`${kind}  ${subject}\n  ${detail}`);
  if (findings.length > 0) throw new CliFault(`Findings: ${findings.length}. Nothing was changed.`, 3);
  console.log('Database and stored files agree.');
}
