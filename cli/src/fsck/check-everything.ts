import type { Finding } from '@crowd-recital/core/fsck/finding.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { repairFindings } from '@crowd-recital/jobs/repair/repair-findings.js';
import { CliFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';

/** How closely to look. */
export interface FsckGiven {
  /** Hashes too, not only lengths. */
  readonly deep: boolean;
  /** Seconds before a file that no row names counts as one too many. */
  readonly grace: number;
  /** Mend what needs no decision. */
  readonly repair: boolean;
}

/**
 * Checks the configured database against the configured store and prints what does not match.
 * @throws CliFault with exit code 3 when anything was found and not mended, 1 when the check could not be made.
 */
export async function checkEverything({ deep, grace, repair }: FsckGiven): Promise<void> {
  const findings = await withSystem(async ({ config, em }) => {
    const store = await createContentStore(config);
    const check = (): Promise<Finding[]> => fsck({ em, store, verifyHashes: deep, graceSeconds: grace });
    const found = await check();
    if (!repair || found.length === 0) return found;
    const repaired = await repairFindings({ em: () => em.fork(), store }, found);
    for (const subject of repaired) console.log(`mended  ${subject}`);
    return repaired.length === 0 ? found : check();
  });
  for (const { kind, subject, detail } of findings) console.log(`${kind}  ${subject}\n  ${detail}`);
  if (findings.length > 0) throw new CliFault(`Findings: ${findings.length}. They were left as they are.`, 3);
  console.log('Database and stored files agree.');
}
