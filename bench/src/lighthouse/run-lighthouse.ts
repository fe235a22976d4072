import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import { ownDatabase } from '../../../e2e/harness/database.js';
import { enterAs, speaker } from '../../../e2e/harness/people.js';
import { startSystem } from '../../../e2e/harness/system.js';
import { startWatchedBrowser } from '../../../e2e/harness/watched-browser.js';
import { buildChanged } from '../../../scripts/build/build-changed.js';
import { buildUnits } from '../../../scripts/build/build-units.js';
import { findFreePort } from '../../../scripts/embedded-postgres/free-port.js';
import { appendReport } from '../report.js';
import { median, table } from '../table.js';

const root = resolve(import.meta.dirname, '../../..');

/** The release whose figures docs/benchmarks.md has; fetched by npx, for nothing else needs its hundred packages. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

/** Goals: performance with the mobile profile (a slow phone on slow 4G), median of the rounds; accessibility each time. */
const leastPerformance = 90;
const leastAccessibility = 100;

/** The pages at which somebody arrives; the first is the only one for whoever is not signed in. */
const pages = [
  { name: 'sign in', address: '/login', signedIn: false },
  { name: 'texts', address: '/texts', signedIn: true },
  { name: 'recital', address: `/recite/${sampleTexts[0]?.id ?? ''}`, signedIn: true },
  { name: 'recordings', address: '/recordings', signedIn: true },
  { name: 'all together', address: '/together', signedIn: true },
  { name: 'help', address: '/help', signedIn: true },
] as const;

/** What one look at a page came to; the first two from 0 to 100, the others as Lighthouse measures them. */
interface Figures {
  readonly performance: number;
  readonly accessibility: number;
  readonly paintMilliseconds: number;
  readonly shift: number;
  readonly blockedMilliseconds: number;
  /** What Lighthouse found the processor worth; its profile makes a slow phone of one with 1500 to 2000. */
  readonly hostIndex: number;
}

/**
 * Looks at the built app with Lighthouse's mobile profile.
 * @param rounds - looks at each page; the medians count.
 * @param only - the name of the one page to look at; all of them if left out
 * @returns whether all goals are reached.
 */
export async function runLighthouse({
  rounds,
  only,
}: {
  rounds: number;
  only?: string | undefined;
}): Promise<boolean> {
  const wanted = pages.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0) {
    console.error(`No page is called "${only}". There are: ${pages.map(({ name }) => name).join(', ')}.`);
    return false;
  }
  await buildChanged(root, buildUnits(root));
  const system = await startSystem({}, { withJobs: false, makeDatabase: ownDatabase });
  const port = await findFreePort();
  const browser = await startWatchedBrowser(system, port);
  try {
    const rows: string[][] = [];
    const hostIndexes: number[] = [];
    let reached = true;
    for (const page of wanted) {
      if (page.signedIn) await enterAs(browser, speaker);
      const looks: Figures[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const output = join(system.scratch, 'lighthouse.json');
        looks.push(await look(system.url + page.address, port, output));
      }
      hostIndexes.push(...looks.map((each) => each.hostIndex));
      const middle = (figure: keyof Figures): number => median(looks.map((each) => each[figure]));
      const accessibility = Math.min(...looks.map((each) => each.accessibility));
      reached &&= middle('performance') >= leastPerformance && accessibility >= leastAccessibility;
      rows.push([
        page.name,
        middle('performance').toFixed(0),
        accessibility.toFixed(0),
        (middle('paintMilliseconds') / 1000).toFixed(1),
        middle('shift').toFixed(3),
        middle('blockedMilliseconds').toFixed(0),
      ]);
    }
    const heading = ['page', 'performance', 'accessibility', 'largest paint (s)', 'shift', 'blocked (ms)'];
    console.log(table([heading, ...rows]));
    const summary = `Goals: performance at least ${leastPerformance} (median of ${rounds}), accessibility ${leastAccessibility} each time: ${reached ? 'reached' : 'missed'}. Host index: ${Math.min(...hostIndexes)} to ${Math.max(...hostIndexes)}; the profile is meant for 1500 to 2000.`;
    console.log(`\n${summary}`);
    await appendReport('Lighthouse, mobile profile', [[heading, ...rows]], summary);
    return reached;
  } finally {
    await browser.close();
    await system.stop();
  }
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
  readonly environment: { readonly benchmarkIndex: number };
}

/** One look. Lighthouse forgets all that the browser keeps of the page, except the cookie that signs in. */
async function look(url: string, port: number, output: string): Promise<Figures> {
  const given = [
    `--port=${port}`,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    '--only-categories=performance,accessibility',
  ];
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, url, ...given]);
  const { categories, audits, environment } = JSON.parse(await readFile(output, 'utf8')) as Report;
  const score = (category: string): number => (categories[category]?.score ?? 0) * 100;
  const figure = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    paintMilliseconds: figure('largest-contentful-paint'),
    shift: figure('cumulative-layout-shift'),
    blockedMilliseconds: figure('total-blocking-time'),
    hostIndex: environment.benchmarkIndex,
  };
}
