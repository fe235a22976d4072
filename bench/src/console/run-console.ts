import { resolve } from 'node:path';
import { busySite, makeBusy } from '@crowd-recital/core/test/busy-site.js';
import pg from 'pg';
import type { Page, Request } from 'playwright-core';
import { openProfile, startQuietBrowser } from '../../../e2e/harness/browser.js';
import { ownDatabase } from '../../../e2e/harness/database.js';
import { admin, enterAs } from '../../../e2e/harness/people.js';
import { startSystem } from '../../../e2e/harness/system.js';
import { wordsOf } from '../../../e2e/harness/words.js';
import { buildChanged } from '../../../scripts/build/build-changed.js';
import { buildUnits } from '../../../scripts/build/build-units.js';
import { appendReport } from '../report.js';
import { median, percentile, table } from '../table.js';
import { looksOf, type Look, type Subjects } from './looks.js';

const root = resolve(import.meta.dirname, '../../..');
/** Goal: what 95 of 100 answers on each screen take at most. */
const mostMilliseconds = 300;

/** How long the server's answer to one operation took, from the request to the last byte. */
interface Answer {
  readonly operation: string;
  readonly milliseconds: number;
}

/**
 * Opens every screen of the built console in a browser, on a site with 10,000 recordings, and times every answer of the
 * API as the browser sees it.
 * @param rounds - how often each is looked at, after one time that is not counted.
 * @returns false when a screen misses the goal.
 */
export async function runConsole({ rounds }: { rounds: number }): Promise<boolean> {
  await buildChanged(root, buildUnits(root));
  const system = await startSystem(
    { JOB_SESSION_FINALIZATION_DISABLED: 'true' },
    { withJobs: false, makeDatabase: ownDatabase },
  );
  const browser = await startQuietBrowser();
  try {
    const database = system.environment.DB_CONNECTION_STR ?? '';
    await makeBusy(database);
    const screens = looksOf(await findSubjects(database));
    const context = await openProfile(browser, system.url, { language: 'en' });
    await enterAs(context, admin);
    const page = await context.newPage();
    const answers = new Map(screens.map(([screen]): [string, Answer[]] => [screen, []]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const [screen, looks] of screens) {
        for (const look of looks) {
          const came = await answersTo(page, look);
          if (round > 0) answers.get(screen)?.push(...came);
        }
      }
    }
    return await report(answers, rounds);
  } finally {
    await browser.close();
    await system.stop();
  }
}

/** Who recorded most, and the text that was recorded most. */
async function findSubjects(database: string): Promise<Subjects> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<Subjects>(
      `select (select user_id from recital_sessions group by 1 order by count(*) desc limit 1) as person,
         (select document_id from text_revisions join recital_sessions on text_revision_id = text_revisions.id
          group by 1 order by count(*) desc limit 1) as text`,
    );
    const [subjects] = rows;
    if (!subjects) throw new Error('The site is empty.');
    return subjects;
  } finally {
    await client.end();
  }
}

async function answersTo(page: Page, { address, then }: Look): Promise<Answer[]> {
  const answers: Promise<Answer>[] = [];
  const note = (request: Request): void => {
    if (new URL(request.url()).pathname === '/api/graphql') answers.push(timeOf(request));
  };
  page.on('request', note);
  try {
    await page.goto(`/admin${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    if (then) {
      if (!(await then(page, wordsOf('web-admin', 'en')))) throw new Error(`Nothing to press at ${address}.`);
      await page.waitForLoadState('networkidle');
    }
    return await Promise.all(answers);
  } finally {
    page.off('request', note);
  }
}

async function timeOf(request: Request): Promise<Answer> {
  const { operationName = 'unnamed' } = (request.postDataJSON() ?? {}) as { operationName?: string };
  const response = await request.response();
  await response?.finished();
  if (response?.status() !== 200) throw new Error(`${operationName} was refused: ${await response?.text()}`);
  const { requestStart, responseEnd } = request.timing();
  return { operation: operationName, milliseconds: responseEnd - requestStart };
}

/** The operations that took longest, over all screens. */
function slowest(answers: ReadonlyMap<string, readonly Answer[]>): string[][] {
  const times = new Map<string, number[]>();
  for (const { operation, milliseconds } of [...answers.values()].flat())
    times.set(operation, [...(times.get(operation) ?? []), milliseconds]);
  const rows = [...times].sort(([, one], [, other]) => median(other) - median(one)).slice(0, 10);
  return [
    ['the slowest operations', 'answers', 'median (ms)', 'p95 (ms)', 'max (ms)'],
    ...rows.map(([operation, its]) => [operation, String(its.length), ...figuresOf(its)]),
  ];
}

function figuresOf(times: readonly number[]): string[] {
  return [median(times), percentile(times, 0.95), Math.max(...times)].map((time) => time.toFixed(0));
}

async function report(answers: ReadonlyMap<string, readonly Answer[]>, rounds: number): Promise<boolean> {
  const rows = [['screen', 'answers', 'median (ms)', 'p95 (ms)', 'max (ms)', 'which took longest', 'goal']];
  let held = true;
  for (const [screen, its] of answers) {
    const times = its.map(({ milliseconds }) => milliseconds);
    const p95 = percentile(times, 0.95);
    const longest = its.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one));
    const missed = !(p95 <= mostMilliseconds);
    if (missed) held = false;
    rows.push([
      screen,
      String(its.length),
      ...figuresOf(times),
      longest.operation,
      missed ? `missed (${mostMilliseconds})` : `≤ ${mostMilliseconds}`,
    ]);
  }
  const summary = `Every answer of the API to the built console in Chromium, from the request to its last byte, on a site of ${busySite.sessions.toLocaleString('en')} recordings, ${busySite.people} people and ${busySite.texts} texts; each screen opened ${rounds} times in each of its ways (filters, orders, search, next page, details). Goal: 95 of 100 answers on each screen within ${mostMilliseconds} ms. Browser, API and PostgreSQL share the machine.`;
  const operations = slowest(answers);
  console.log(`\n${table(rows)}\n\n${table(operations)}\n\n${summary}`);
  await appendReport('console', [rows, operations], summary);
  return held;
}
