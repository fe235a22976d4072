import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { migrate } from '@crowd-recital/core/db/migrate.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { createLogger } from '@crowd-recital/core/logging/logger.js';
import { createDependencies } from '@crowd-recital/jobs/create-dependencies.js';
import { startEmbeddedPostgres } from '../../../scripts/embedded-postgres/start-embedded-postgres.js';
import { appendReport } from '../report.js';
import { StepLog } from '../step-log.js';
import { table } from '../table.js';
import { besideBare, isHeld, whereItGoes, type Measured } from './finalisation-tables.js';
import { bareCommand, finalise } from './measure.js';
import { recordingOf } from './recite-whole.js';

/** How much to measure. */
export interface FinalisationBenchmark {
  readonly minutes: readonly number[];
  readonly rounds: number;
}

/**
 * Finalises recordings of a voice, uncut, and runs by turns the bare ffmpeg command that makes main and light of the same
 * bytes.
 * @returns false when a goal is missed.
 */
export async function runFinalisation({ minutes, rounds }: FinalisationBenchmark): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  await migrate(postgres.connectionString);
  const orm = await createOrm({ connectionString: postgres.connectionString });
  try {
    const config = loadConfig({
      DB_CONNECTION_STR: postgres.connectionString,
      ROOT_DATA_FOLDER: join(folder, 'data'),
    });
    const steps = new StepLog();
    const log = createLogger('bench', { debug: true }, { write: steps.onLogLine });
    const deps = await createDependencies(config, orm, log);
    // A worker's first one asks ffmpeg what it can do; it runs for weeks after that.
    await finalise(deps, await recordingOf(deps, 0.2), 0.2);
    const measured: Measured[] = [];
    for (const length of minutes) {
      console.log(`${length} min, ${rounds} rounds …`);
      const bytes = await recordingOf(deps, length);
      const each: Measured = { minutes: length, ours: [], bare: [] };
      for (let round = 0; round < rounds; round += 1) {
        each.ours.push(await finalise(deps, bytes, length));
        each.bare.push(await bareCommand(deps, bytes, folder));
      }
      measured.push(each);
    }
    const tables = [besideBare(measured), whereItGoes(measured, steps)];
    const summary = `Median of ${rounds} rounds by turns, ffmpeg ${deps.tools.ffmpegVersion}. Finalisation reads the segments back, checks them, joins and stores them, transcodes, stages, publishes and commits, with every file fsynced; the bare command only transcodes. Of the second table: some steps run beside each other, and \`everything\` is their time by the clock.`;
    console.log(`\n${tables.map(table).join('\n\n')}\n\n${summary}`);
    await appendReport('finalisation', tables, summary);
    return measured.every(isHeld);
  } finally {
    await orm.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
