import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { decideToDelete, decideToKeep } from '../journal/decide';
import type { Journal } from '../journal/journal';
import { recite } from '../journal/testing/a-recital';
import { SendingBench, bytesOf } from './testing/sending-bench';

/**
 * A tab that dies at its n-th chance: before a write to the journal, or after the server has carried out a call
 * and before the tab hears of it. A dead tab writes nothing any more.
 */
class MortalTab {
  died = false;
  private chances = 0;
  private kill: () => void = () => undefined;

  constructor(private readonly diesAt: number) {}

  readonly wrap = (journal: Journal, kill: () => void): Journal => {
    this.kill = kill;
    const database = new Proxy(journal.database, {
      get: (target, property) => {
        if (property !== 'transaction') return Reflect.get(target, property, target) as unknown;
        return (...args: Parameters<typeof target.transaction>) => {
          if (args[1] === 'readwrite') this.chanceToDie();
          return target.transaction(...args);
        };
      },
    });
    return { ...journal, database };
  };

  chanceToDie(): void {
    this.chances += 1;
    if (this.chances === this.diesAt) {
      this.died = true;
      this.kill();
    }
    if (this.died) throw new Error('This tab is dead');
  }

  /** The server has carried out a call; the answer finds nobody. */
  readonly hearAnswer = (): undefined => {
    try {
      this.chanceToDie();
    } catch {
      // The call settles all the same, and then the tab fails to write down what it was told.
    }
  };
}

// Each of these lives a recital through dozens of times.
vi.setConfig({ testTimeout: 30_000 });

async function liveOnce(bench: SendingBench, diesAt: number): Promise<MortalTab> {
  const tab = new MortalTab(diesAt);
  bench.server.after = tab.hearAnswer;
  await bench.openTab(tab.wrap);
  await vi.waitFor(async () => expect(tab.died || (await bench.isDeviceEmpty())).toBe(true), {
    timeout: 10_000,
    interval: 5,
  });
  await bench.closeTabs();
  return tab;
}

async function expectAllArrivedOnce(bench: SendingBench, voice: Uint8Array): Promise<void> {
  await vi.waitFor(async () => expect(await bench.isDeviceEmpty()).toBe(true), {
    timeout: 10_000,
    interval: 5,
  });
  const session = bench.server.only();
  expect(bytesOf(session.units)).toEqual(voice);
  expect([...session.marks.keys()]).toEqual([0, 1, 2, 3]);
  expect(session.end).toMatchObject({
    audioSegments: session.units.size,
    textSegments: 4,
    discardedSequences: [3],
    durationSeconds: 25,
  });
}

test('killed at any step of sending, everything arrives once and in order after reopening', async () => {
  let diesAt = 0;
  let died: boolean;
  do {
    diesAt += 1;
    const bench = await SendingBench.create();
    bench.server.largestUnit = 150;
    const voice = await recite(bench.journal, 'key', { seconds: 25, sentences: 4 });
    await decideToKeep(bench.journal, 'key', { withoutLastSentence: true });
    ({ died } = await liveOnce(bench, diesAt));
    bench.server.after = () => undefined;
    await bench.openTab();
    await expectAllArrivedOnce(bench, voice);
    await bench.close();
  } while (died);
  // 3 units of which the first is split, 4 marks, session, discards, end, removal: each with two chances to die.
  expect(diesAt).toBeGreaterThan(25);
});

test('killed over and over again, it still gets there', async () => {
  const bench = await SendingBench.create();
  const voice = await recite(bench.journal, 'key', { seconds: 25, sentences: 4 });
  await decideToKeep(bench.journal, 'key', { withoutLastSentence: true });
  let lives = 0;
  while ((await liveOnce(bench, 5)).died) lives += 1;
  expect(lives).toBeGreaterThan(4);
  await expectAllArrivedOnce(bench, voice);
  await bench.close();
});

test('the recorder died, and then the tab that closes its recital at any step: one end, nothing lost', async () => {
  let diesAt = 0;
  let died: boolean;
  do {
    diesAt += 1;
    const bench = await SendingBench.create();
    const voice = await recite(bench.journal, 'key', { seconds: 12, sentences: 2, end: null });
    const tab = new MortalTab(diesAt);
    bench.server.after = tab.hearAnswer;
    await bench.openTab(tab.wrap);
    await vi.waitFor(() => expect(tab.died || bench.server.sessions.size > 0).toBe(true), 20_000);
    ({ died } = tab);
    await bench.closeTabs();
    bench.server.after = () => undefined;
    await bench.openTab();
    await vi.waitFor(() => expect(bench.server.only().units.size).toBe(2), 20_000);
    await decideToKeep(bench.journal, 'key', { withoutLastSentence: false });
    await vi.waitFor(async () => expect(await bench.isDeviceEmpty()).toBe(true), 20_000);
    expect(bytesOf(bench.server.only().units)).toEqual(voice);
    expect(bench.server.only().end).toMatchObject({ endReason: 'INTERRUPTED', audioSegments: 2 });
    await bench.close();
  } while (died && diesAt < 10);
});

test('a wish to delete survives a crash at any step', async () => {
  let diesAt = 0;
  let died: boolean;
  do {
    diesAt += 1;
    const bench = await SendingBench.create();
    await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await bench.openTab();
    await vi.waitFor(() => expect(bench.server.only().marks.size).toBe(1), 20_000);
    await bench.closeTabs();
    await decideToDelete(bench.journal, 'key');
    ({ died } = await liveOnce(bench, diesAt));
    bench.server.after = () => undefined;
    await bench.openTab();
    await vi.waitFor(async () => expect(await bench.isDeviceEmpty()).toBe(true), 20_000);
    expect(bench.server.only().disavowed).toBe(true);
    await bench.close();
  } while (died);
  expect(diesAt).toBeGreaterThan(3);
});
