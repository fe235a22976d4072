import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { migrate } from '@crowd-recital/core/db/migrate.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { createLogger } from '@crowd-recital/core/logging/logger.js';
import { createDependencies } from '@crowd-recital/jobs/create-dependencies.js';
import type { JobDependencies } from '@crowd-recital/jobs/dependencies.js';
import { handlers } from '@crowd-recital/jobs/handlers.js';
import { startEmbeddedPostgres } from '../../../scripts/embedded-postgres/start-embedded-postgres.js';
import { appendReport } from '../report.js';
import { median, table } from '../table.js';
import { reciteWhole, recordingOf } from './recite-whole.js';

const run = promisify(execFile);

/** How much to measure. */
export interface FinalisationBenchmark {
  readonly minutes: readonly number[];
  readonly rounds: number;
}

/** Of the bare commands' time, from ten minutes on; and seconds besides for shorter ones, whose fixed costs weigh more. */
const mostRatio = 1.3;
const mostSeconds = 0.8;

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
    const log = Object.assign(createLogger('bench', { debug: false }), { level: 'error' });
    const deps = await createDependencies(config, orm, log);
    const rows = [['recording', 'finalisation', 'bare ffmpeg', 'ratio', 'goal']];
    let held = true;
    // A worker's first one asks ffmpeg what it can do; it runs for weeks after that.
    await finalise(deps, await recordingOf(deps, 0.2), 0.2);
    for (const length of minutes) {
      console.log(`${length} min, ${rounds} rounds …`);
      const bytes = await recordingOf(deps, length);
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await finalise(deps, bytes, length));
        bare.push(await bareCommand(deps, bytes, folder));
      }
      const [took, least] = [median(ours), median(bare)];
      const most = length >= 10 ? least * mostRatio : least + mostSeconds;
      held &&= took <= most;
      rows.push([
        `${length} min`,
        `${took.toFixed(2)} s`,
        `${least.toFixed(2)} s`,
        (took / least).toFixed(2),
        `${took <= most ? 'held' : 'missed'}: ${most.toFixed(2)} s`,
      ]);
    }
    const summary = `Median of ${rounds} rounds by turns. Finalisation reads the segments back, checks them, joins and stores them, transcodes, stages, publishes and commits, with every file fsynced; the bare command only transcodes.`;
    console.log(`\n${table(rows)}\n\n${summary}`);
    await appendReport('finalisation', [rows], summary);
    return held;
  } finally {
    await orm.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns seconds from the claim to the commit. */
async function finalise(deps: JobDependencies, bytes: Buffer, minutes: number): Promise<number> {
  const sessionId = await reciteWhole(deps, bytes, minutes, { finalisationDisabled: true });
  const began = performance.now();
  const outcome = await handlers['finalise-session'](
    { sessionId },
    { deps, signal: new AbortController().signal },
  );
  if (outcome !== 'finalised') throw new Error(`The recording came to: ${outcome}.`);
  return (performance.now() - began) / 1000;
}

/** @returns seconds of the same transcoding: main copied, light as MP3, in one run. */
async function bareCommand({ tools }: JobDependencies, bytes: Buffer, folder: string): Promise<number> {
  const source = join(folder, 'source.webm');
  await writeFile(source, bytes);
  const args = ['-nostdin', '-v', 'error', '-y', '-i', source];
  const main = ['-map', '0:a', '-c:a', 'copy', join(folder, 'main.webm')];
  const light = ['-map', '0:a', '-ac', '1', '-c:a', 'libmp3lame', '-b:a', '64k', join(folder, 'light.mp3')];
  const began = performance.now();
  await run(tools.ffmpeg, [...args, ...main, ...light]);
  return (performance.now() - began) / 1000;
}
