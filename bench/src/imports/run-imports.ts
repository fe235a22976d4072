import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { importFile } from '@crowd-recital/core/text/import/order-import.js';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { buildServers } from '../../../scripts/build/build-servers.js';
import { appendReport } from '../report.js';
import { startSite, stopSite, type Site } from '../running-site.js';
import { median, table } from '../table.js';
import { openLoop, type LoadResult } from '../uploads/load.js';
import { gatherReciters } from '../uploads/reciters.js';
import { toApi } from '../uploads/targets.js';

/** How much to measure. */
export interface ImportsBenchmark {
  readonly speakers: number;
  /** Of each turn */
  readonly seconds: number;
  readonly rounds: number;
}

const root = resolve(import.meta.dirname, '../../..');
/** Just below the largest file that is taken in. */
const bookBytes = 10_000_000;

/** Uploads while nothing else happens, and by turns while books are taken in one after the other. */
export async function runImports({ speakers, seconds, rounds }: ImportsBenchmark): Promise<void> {
  await buildServers(root);
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const site = await startSite(folder);
  try {
    const attempt = toApi(site.port, await gatherReciters(site.postgres.connectionString, speakers));
    await openLoop(attempt, speakers, seconds);
    const rows = [['uploads', 'sent', 'failed', 'p50', 'p99', 'books taken in']];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const quiet = await openLoop(attempt, speakers, seconds);
      const { result, books } = await whileImporting(site, () => openLoop(attempt, speakers, seconds));
      rows.push(row('alone', quiet, ''), row('beside imports', result, String(books)));
      ratios.push(result.p50 / quiet.p50);
    }
    const summary = `While books of ${bookBytes / 1e6} MB are taken in one after the other, the median upload of ${speakers} speakers takes ${median(ratios).toFixed(2)} times as long (median of ${rounds} turns). The reader of a book is a process of its own and takes a processor; on a machine with two, and with the sender on it too, uploads have the other one.`;
    console.log(`\n${table(rows)}\n\n${summary}`);
    await appendReport('imports', [rows], summary);
  } finally {
    await stopSite(site);
    await rm(folder, { recursive: true, force: true });
  }
}

function row(what: string, { sent, failed, p50, p99 }: LoadResult, books: string): string[] {
  return [what, String(sent), String(failed), `${p50.toFixed(1)} ms`, `${p99.toFixed(1)} ms`, books];
}

/** @returns what the work came to, and how many books were read to their end meanwhile */
async function whileImporting(
  { postgres }: Site,
  work: () => Promise<LoadResult>,
): Promise<{ result: LoadResult; books: number }> {
  const orm = await createOrm({ connectionString: postgres.connectionString, poolSize: 2 });
  try {
    const owner = await aUser(orm.em.fork(), { group: 'admin' });
    const state = { done: false, books: 0 };
    const importing = (async () => {
      while (!state.done) {
        await importBook(orm.em.fork(), owner, () => state.done);
        if (!state.done) state.books += 1;
      }
    })();
    const result = await work();
    state.done = true;
    await importing;
    return { result, books: state.books };
  } finally {
    await orm.close();
  }
}

async function importBook(em: EntityManager, owner: User, stopped: () => boolean): Promise<void> {
  const { id } = await importFile(
    em,
    {
      owner: { id: owner.id, group: 'admin' },
      name: 'book.html',
      title: 'A book',
      language: 'he',
      content: book(),
    },
    { speakerSentences: Number.MAX_SAFE_INTEGER, openImports: Number.MAX_SAFE_INTEGER },
  );
  for (;;) {
    const { state } = await em.fork().findOneOrFail(TextImport, id);
    if (state === 'done' || state === 'failed' || stopped()) return;
    await wait(50);
  }
}

function book(): Buffer {
  const words = sampleTexts.map(({ text }) => `<p>${text}</p>`).join('\n');
  const chapters = Math.floor(bookBytes / Buffer.byteLength(words));
  return Buffer.from(words.repeat(chapters));
}
