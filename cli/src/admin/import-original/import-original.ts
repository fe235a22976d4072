import { recountTotals } from '@crowd-recital/core/stats/recount-totals.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import pg from 'pg';
import { badInputFault, CliFault, failedFault } from '../../cli-fault.js';
import { withSystem } from '../../local/open-system.js';
import { startProgress } from '../progress.js';
import { importPeople } from './import-people.js';
import { ImportReport } from './import-report.js';
import { importSession, type SessionImport } from './import-session.js';
import { importTexts } from './import-texts.js';
import { readAudio, readReadings, readSessions, readTexts, readUsers } from './original-rows.js';

/** Where the predecessor is. */
export interface ImportGiven {
  /** Connection string of its database; only read. */
  readonly from: string;
  /** Its data folder. */
  readonly data?: string;
}

/**
 * Takes everything over from the predecessor's database. Again: takes what was not taken before.
 * @throws CliFault: 1 when the database cannot be read, 3 when something could not be taken.
 */
export async function importOriginal({ from, data }: ImportGiven): Promise<void> {
  const report = new ImportReport();
  await withSystem(async ({ config, em }) => {
    const original = await connect(from);
    try {
      await refuseOtherDatabase(original);
      const idOf = await importPeople(em, await readUsers(original), report);
      await importTexts(em, await readTexts(original), { idOf, report });
      const store = await createContentStore(config);
      await importSessions(original, { em, store, dataFolder: data, idOf, report });
      await recountTotals(em);
    } finally {
      await original.end();
    }
  });
  for (const line of report.lines()) console.log(line);
  if (report.isIncomplete) throw new CliFault('Not everything could be taken. It may be run again.', 3);
}

async function importSessions(original: pg.Client, into: SessionImport): Promise<void> {
  const sessions = await readSessions(original);
  const progress = startProgress('Recordings', sessions.length);
  try {
    for (const session of sessions) {
      await importSession(into, {
        session,
        readings: await readReadings(original, session.id),
        audio: await readAudio(original, session.id),
      });
      progress.step();
    }
  } finally {
    progress.stop();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  // The predecessor's own way of writing it names a driver.
  const client = new pg.Client({
    connectionString: connectionString.replace(/^postgresql\+\w+:/, 'postgresql:'),
  });
  try {
    await client.connect();
    await client.query('set default_transaction_read_only = on');
    return client;
  } catch (error) {
    throw failedFault(
      `The database of --from does not answer: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function refuseOtherDatabase(original: pg.Client): Promise<void> {
  const { rowCount } = await original.query(
    `select 1 from information_schema.tables
     where table_schema = current_schema() and table_name = 'recital_text_segments'`,
  );
  if (rowCount === 0) throw badInputFault("The database of --from does not hold the predecessor's tables.");
}
