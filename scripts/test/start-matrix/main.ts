import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { awayFolder } from '../../embedded-postgres/quarters.js';
import { findFreePort } from '../../embedded-postgres/free-port.js';
import { copyProject, findPlaces, removePlaces, type Place } from './places.js';
import { answers, processesBelow, StartedProject } from './started-project.js';

// Run by hand: npx tsx --conditions=development scripts/test/start-matrix/main.ts [--fresh] [part of a place's name]
// Starts the project in every kind of place, kills it in every way, and looks that it always comes back.

const root = resolve(import.meta.dirname, '../../..');
const stopLimitMs = 30_000;

function expectThat(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

async function tryPlace(place: Place, fresh: boolean): Promise<void> {
  copyProject(root, place, fresh);
  const port = await findFreePort();
  const start = () => new StartedProject(place, port);
  const say = (text: string) => console.log(`    ${text}`);

  const first = start();
  say(`first start ready after ${await first.ready()} s`);
  for (const pid of first.processes()) process.kill(pid, 'SIGKILL');
  await first.ended();

  const second = start();
  say(`after kill -9 of everything ready after ${await second.ready()} s`);
  process.kill(second.supervisor(), 'SIGKILL');

  const third = start();
  say(`after kill -9 of the supervisor ready after ${await third.ready()} s`);
  await second.ended();

  const extra = start();
  expectThat((await extra.ended()) === 1, 'The exit code of a start beside another is not 1.');
  expectThat(extra.output.includes('already runs'), `A start beside another said:\n${extra.output}`);
  say('a start beside it says that it already runs');

  third.signal('SIGKILL');
  const fourth = start();
  say(`after kill -9 of npm alone ready after ${await fourth.ready()} s`);
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
const [wanted = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const place of findPlaces().filter(({ name }) => name.includes(wanted))) {
  console.log(`\n  ${place.name}: ${place.folder}`);
  try {
    await tryPlace(place, process.argv.includes('--fresh'));
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
