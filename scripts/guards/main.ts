import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { styled } from '../terminal/style.js';
import { findGuards } from './find-guards.js';
import type { Guard } from './guard.js';
import { behindEachOther, rules } from './rules.js';
import { runTests, type TestPlace } from './run-tests.js';
import { makeWorkCopy } from './work-copy.js';

const usage = `npm run guards [-- PATTERN]

Takes each guard of the API away, one after the other, in a copy of the project, and proves that a test turns red.
With a pattern: only guards whose place or words match it. Ends with 1 when a guard is missed by nobody.`;

const root = resolve(import.meta.dirname, '../..');
const [pattern = ''] = process.argv.slice(2);

if (pattern === '--help' || pattern === '-h') {
  console.log(usage);
} else {
  process.exitCode = await prove(new RegExp(pattern));
}

async function prove(wanted: RegExp): Promise<number> {
  const copy = await makeWorkCopy(root);
  const stopped = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopped.abort());
  const place = { folder: copy.folder, signal: stopped.signal };
  let missed = 0;
  let tried = 0;
  try {
    const trials = together(await findGuards(copy.folder, rules)).filter((trial) =>
      trial.some((guard) => wanted.test(nameOf(guard))),
    );
    await insistOnGreen(place, new Set(trials.flat().flatMap(({ tests }) => tests)));
    for (const trial of trials) {
      const red = await redWithout(place, trial);
      tried += 1;
      if (red === undefined) missed += 1;
      console.log(report(trial, red));
    }
  } finally {
    await copy.remove();
  }
  console.log(`\n${tried} guards, ${missed} of them missed by no test.`);
  return missed === 0 && tried > 0 ? 0 : 1;
}

function report(guards: readonly Guard[], red: string | undefined): string {
  const places = guards.map(nameOf).join('\n  and ');
  return red === undefined
    ? `${styled('red', '✗')} ${places}\n    ${styled('red', 'nobody misses it')}`
    : `${styled('green', '✓')} ${places}\n    ${styled('dim', red)}`;
}

/** A test that is red already proves nothing. */
async function insistOnGreen(place: TestPlace, tests: ReadonlySet<string>): Promise<void> {
  const { red, passed } = await runTests(place, [...tests]);
  if (red !== undefined || passed === 0)
    throw new Error(`Not all tests are green to begin with: ${red ?? 'none ran'}`);
}

/** @returns the first test that turns red without these guards; the cells of the operation itself are asked first. */
async function redWithout(place: TestPlace, guards: readonly Guard[]): Promise<string | undefined> {
  for (const { file, source } of guards) {
    // From the last one on: the places of those before it stay what they were.
    const here = guards.filter((guard) => guard.file === file).sort((a, b) => b.from - a.from);
    const without = here.reduce(
      (text, { from, to, instead }) => text.slice(0, from) + instead + text.slice(to),
      source,
    );
    await writeFile(join(place.folder, file), without);
  }
  try {
    const [{ method, tests } = nothing] = guards;
    const cells =
      method === undefined ? [] : [{ file: tests[0] ?? '', only: `(Query|Mutation)\\.${method}\\b` }];
    for (const { file, only } of [...cells, ...tests.map((file) => ({ file, only: undefined }))]) {
      const { red, passed } = await runTests(place, [file], only);
      if (red !== undefined) return red;
      if (only === undefined && passed === 0) throw new Error(`No test of ${file} ran.`);
    }
    return undefined;
  } finally {
    for (const { file, source } of guards) await writeFile(join(place.folder, file), source);
  }
}

const nothing: Pick<Guard, 'method' | 'tests'> = { method: undefined, tests: [] };

/** Each guard by itself, but for those that stand behind each other. */
function together(guards: readonly Guard[]): Guard[][] {
  const groups = behindEachOther.map((patterns) =>
    guards.filter((guard) => patterns.some((one) => one.test(nameOf(guard)))),
  );
  const grouped = new Set(groups.flat());
  return [...groups, ...guards.filter((guard) => !grouped.has(guard)).map((guard) => [guard])];
}

function nameOf({ file, line, text, method }: Guard): string {
  return `${file}:${line}${method === undefined ? '' : ` in ${method}`}: ${text}`;
}
