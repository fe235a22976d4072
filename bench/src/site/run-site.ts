import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import { buildServers } from '../../../scripts/build/build-servers.js';
import { recordingOf, reciteWhole } from '../finalisation/recite-whole.js';
import { appendReport } from '../report.js';
import { startSite, stopSite, type Site } from '../running-site.js';
import { StepLog } from '../step-log.js';
import { residentMegabytes, type ServerProcess } from '../server-process.js';
import { median, percentile, table } from '../table.js';
import { closedLoop } from '../uploads/load.js';
import { gatherReciters } from '../uploads/reciters.js';
import { toApi } from '../uploads/targets.js';
import { StepTimes } from './step-times.js';
import { untilPlayable, type Playable } from './until-playable.js';

/** How much to measure. */
export interface SiteBenchmark {
  /** Recordings that are finished one after the other. */
  readonly recordings: number;
  readonly minutes: number;
}

const root = resolve(import.meta.dirname, '../../..');
/** Goals: seconds from the end of a recital to its first playable file, and megabytes of each process at rest. */
const mostSeconds = 2;
const mostMegabytes = 250;

/**
 * Starts a site that was never there, starts it again, and looks what it holds in memory at rest, while segments come as
 * fast as it takes them, and while recordings are finished one after the other.
 * @returns false when a goal is missed.
 */
export async function runSite({ recordings, minutes }: SiteBenchmark): Promise<boolean> {
  await buildServers(root);
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  try {
    const cold = await startSite(folder);
    await stopSite(cold);
    const steps = new StepLog();
    const site = await startSite(folder, steps.onLogLine);
    try {
      return await look(site, cold.seconds, folder, steps, { recordings, minutes });
    } finally {
      await stopSite(site);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function look(
  site: Site,
  coldSeconds: number,
  folder: string,
  steps: StepLog,
  { recordings, minutes }: SiteBenchmark,
): Promise<boolean> {
  const { postgres, api, jobs, port } = site;
  console.log(`At rest for ${restSeconds} s, then 15 s at full speed, then ${recordings} recordings …`);
  await wait(restSeconds * 1000);
  const rest = { api: await megabytes(api), jobs: await megabytes(jobs) };
  const reciters = await gatherReciters(postgres.connectionString, 50);
  const most = { api: 0, jobs: 0 };
  await whileWatching(most, site, () => closedLoop(toApi(port, reciters), 50, 15));
  const orm = await createOrm({ connectionString: postgres.connectionString, poolSize: 2 });
  const playable: Playable[] = [];
  try {
    const store = new LocalContentStore(join(folder, 'data', 'content'));
    const deps = { em: () => orm.em.fork(), store };
    const bytes = await recordingOf(
      { tools: await findAudioTools({ ffmpegPath: undefined, ffprobePath: undefined }) },
      minutes,
    );
    await whileWatching(most, site, async () => {
      // The first one of a worker is not counted: it asks ffmpeg what it can do.
      for (let count = 0; count <= recordings; count += 1) {
        const sessionId = await reciteWhole(deps, bytes, minutes, { finalisationDisabled: false });
        const took = await untilPlayable(deps.em(), port, sessionId);
        if (count > 0) playable.push(took);
      }
    });
  } finally {
    await orm.close();
  }
  const heard = spread(playable.map((each) => each.heard));
  const finished = spread(playable.map((each) => each.finished));
  const ratio = (coldSeconds / site.seconds).toFixed(1);
  const rows = [
    ['what', 'measured', 'goal'],
    ['first start: cluster, tables, API, jobs', `${coldSeconds.toFixed(1)} s`, ''],
    ['later start', `${site.seconds.toFixed(1)} s (first: ${ratio} times as long)`, ''],
    ['API at rest', `${rest.api} MB`, goal(rest.api, mostMegabytes, 'MB')],
    ['jobs at rest', `${rest.jobs} MB`, goal(rest.jobs, mostMegabytes, 'MB')],
    ['API, most, 50 connections at full speed', `${most.api} MB`, ''],
    ['jobs, most, finishing recordings (without ffmpeg)', `${most.jobs} MB`, ''],
    [
      `end of ${minutes} min to playable, p95 of ${recordings}`,
      inWords(heard),
      goal(heard.p95, mostSeconds, 's'),
    ],
    [`end of ${minutes} min to finished, p95 of ${recordings}`, inWords(finished), ''],
  ];
  const summary =
    'Memory is what each process holds resident (RSS). To playable: from the answer to the end of the recital until its audio was asked for and begun to play, through the API. Finished: until the commit that publishes all its files.';
  const stepRows = new StepTimes(steps).rows(playable);
  console.log(`\n${table(rows)}\n\n${table(stepRows)}\n\n${summary}`);
  await appendReport('site', [rows, stepRows], summary);
  return heard.p95 <= mostSeconds && rest.api <= mostMegabytes && rest.jobs <= mostMegabytes;
}

function goal(measured: number, most: number, unit: string): string {
  return `${measured <= most ? 'held' : 'missed'}: ${most} ${unit}`;
}

interface Spread {
  readonly p95: number;
  readonly median: number;
}

function spread(seconds: readonly number[]): Spread {
  return { p95: percentile(seconds, 0.95), median: median(seconds) };
}

function inWords({ p95, median }: Spread): string {
  return `${p95.toFixed(1)} s (median ${median.toFixed(1)} s)`;
}

/** Long enough for what a start leaves behind to be collected. */
const restSeconds = 10;

async function megabytes(server: ServerProcess): Promise<number> {
  return (await residentMegabytes(server.pid)) ?? NaN;
}

/** Notes the most memory that either process held meanwhile. */
async function whileWatching(
  most: { api: number; jobs: number },
  { api, jobs }: Site,
  work: () => Promise<unknown>,
): Promise<void> {
  let done = false;
  const watching = (async () => {
    while (!done) {
      most.api = Math.max(most.api, await megabytes(api));
      most.jobs = Math.max(most.jobs, await megabytes(jobs));
      await wait(250);
    }
  })();
  try {
    await work();
  } finally {
    done = true;
    await watching;
  }
}
