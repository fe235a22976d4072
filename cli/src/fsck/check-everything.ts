import { ConfigError, loadConfig, type Config } from '@crowd-recital/core/config/config.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { CliFault, failedFault } from '../cli-fault.js';

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
  const config = readConfig();
  const orm = await connect(config);
  try {
    const findings = await fsck({
      em: orm.em.fork(),
      store: createContentStore(config),
      verifyHashes: deep,
      graceSeconds: grace,
    });
    for (const { kind, subject, detail } of findings) console.log(`${kind}  ${subject}\n  ${detail}`);
    if (findings.length > 0) throw new CliFault(`Findings: ${findings.length}. Nothing was changed.`, 3);
    console.log('Database and stored files agree.');
  } finally {
    await orm.close();
  }
}

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    throw error instanceof ConfigError ? failedFault(error.message) : error;
  }
}

async function connect({ databaseUrl }: Config) {
  try {
    return await createOrm({ connectionString: databaseUrl, poolSize: 2 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { host } = new URL(databaseUrl);
    throw failedFault(
      `The database at ${host} does not answer: ${reason}. In development \`npm start\` starts it.`,
    );
  }
}
