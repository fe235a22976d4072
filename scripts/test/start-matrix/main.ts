import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { awayFolder } from '../../embedded-postgres/quarters.js';
import { findFreePort } from '../../embedded-postgres/free-port.js';
import { copyProject, findPlaces, removePlaces, type Place } from './places.js';
import { answers, processesBelow, StartedProject } from './started-project.js';

const usage = `npm run starts -- [--fresh] [--unhurried] [part of a place's name]

Starts the project in every kind of place (or in those whose name has that part), kills it in every way,
and looks that it always comes back.

  --fresh      installs the packages there anew
  --unhurried  a start may take its time`;

const { values: chosen, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fresh: { type: 'boolean' },
    unhurried: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (chosen.help) {
  console.log(usage);
  process.exit(0);
}

const root = resolve(import.meta.dirname, '../../..');
const stopLimitMs = 30_000;
/** Within which a start that has nothing to install or build is ready. */
const startLimitSeconds = chosen.unhurried ? Infinity : 15;

function expectThat(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

function say(text: string): void {
  console.log(`    ${text}`);
}

async function readyAgain(started: StartedProject, when: string): Promise<void> {
  const seconds = await started.ready();
  say(`${when} ready after ${seconds} s`);
  expectThat(seconds < startLimitSeconds, `Ready ${when} only after ${seconds} s.`);
}

async function tryPlace(place: Place, fresh: boolean): Promise<void> {
  copyProject(root, place, fresh);
  const port = await findFreePort();
  const start = () => new StartedProject(place, port);

  const first = start();
  say(`first start ready after ${await first.ready()} s`);
  for (const pid of first.processes()) process.kill(pid, 'SIGKILL');
  await first.ended();

  const second = start();
  await readyAgain(second, 'after kill -9 of everything');
  process.kill(second.supervisor(), 'SIGKILL');

  const third = start();
  await readyAgain(third, 'after kill -9 of the supervisor');
  await second.ended();

  const extra = start();
  expectThat((await extra.ended()) === 1, 'The exit code of a start beside another is not 1.');
  expectThat(extra.output.includes('already runs'), `A start beside another said:\n${extra.output}`);
  say('a start beside it says that it already runs');

  third.signal('SIGKILL');
  const fourth = start();
  await readyAgain(fourth, 'after kill -9 of npm alone');
  await third.ended();

  const stopped = Date.now();
  fourth.signal('SIGTERM');
  expectThat((await fourth.ended()) === 0, `The exit code after SIGTERM is not 0:\n${fourth.output}`);
  while (processesBelow(place.folder).length > 0) {
    expectThat(Date.now() - stopped < stopLimitMs, `Still there: ${processesBelow(place.folder).join(', ')}`);
    await sleep(50);
  }
  expectThat(!(await answers(port)), `Something still listens on port ${port}.`);
  say(`SIGTERM: all gone after ${(Date.now() - stopped) / 1000} s`);
}

let failures = 0;
const [wanted = ''] = positionals;
for (const place of findPlaces().filter(({ name }) => name.includes(wanted))) {
  console.log(`\n  ${place.name}: ${place.folder}`);
  try {
    await tryPlace(place, chosen.fresh === true);
  } catch (error) {
    failures += 1;
    console.log(`    FAILED: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    for (const pid of processesBelow(place.folder)) process.kill(pid, 'SIGKILL');
    rmSync(dirname(place.folder), { recursive: true, force: true });
    rmSync(awayFolder(`${place.folder}/data/postgres`), { recursive: true, force: true });
  }
}
removePlaces();
console.log(failures === 0 ? '\n  All places work.' : `\n  ${failures} places failed.`);
process.exitCode = failures === 0 ? 0 : 1;
