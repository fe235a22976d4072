import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { sweep } from '../sweep/sweep.js';
import { startWorker, type Worker } from './worker.js';

let workshop: Workshop;
let worker: Worker | undefined;

beforeAll(async () => {
  workshop = await openWorkshop();
});

afterAll(() => worker?.stop(10_000));

async function aRecital(): Promise<RecitalSession> {
  return recite(workshop, await shortRecital(workshop));
}

async function poison(session: RecitalSession): Promise<void> {
  const [segment] = await workshop.database.em().find(AudioSegment, { session: session.id });
  await writeFile(workshop.file(segment?.storageKey ?? ''), 'poison');
}

it('3 poison sessions among 50 do not delay the other 47', { timeout: 240_000 }, async () => {
  const sessions: RecitalSession[] = [];
  for (let count = 0; count < 50; count += 1) sessions.push(await aRecital());
  const poisoned = sessions.slice(0, 3);
  for (const session of poisoned) await poison(session);
  // They wait the longest, and come first.
  for (const session of sessions) {
    await enqueue(workshop.database.em(), 'finalise-session', { sessionId: session.id });
  }
  const options = { databaseUrl: workshop.database.connectionString, concurrency: 2 };
  worker = await startWorker(workshop.deps, options);
  const finished = async (): Promise<number> => {
    const rows = await Promise.all(sessions.slice(3).map((session) => workshop.row(session)));
    return rows.filter(({ status }) => status === 'uploaded').length;
  };
  await vi.waitFor(
    async () => {
      await sweep({}, workshop.run());
      expect(await finished()).toBe(47);
    },
    { timeout: 200_000, interval: 500 },
  );
  for (const session of poisoned) {
    const row = await workshop.row(session);
    expect(row).toMatchObject({ status: 'ended', attention: null });
    // Back-off is 30 s, then a minute: a poison session that came again and again would have more behind it.
    expect(row.attempts).toBeGreaterThan(0);
    expect(row.attempts).toBeLessThanOrEqual(4);
  }
});
