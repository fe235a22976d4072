import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appendHeader, appendMark, appendSlices } from '../journal/append';
import { decideToDelete, decideToKeep } from '../journal/decide';
import { holdIfFree, recordingLock, uploaderLock } from '../journal/locks';
import { readRecording, readSnapshot } from '../journal/read';
import { aHeader, aMark, aSlice, recite } from '../journal/testing/a-recital';
import { failure } from './testing/server-in-memory';
import { SendingBench, bytesOf } from './testing/sending-bench';

const KEEP = { withoutLastSentence: false };

let bench: SendingBench;

beforeEach(async () => {
  bench = await SendingBench.create();
});

afterEach(() => bench.close());

function untilDeviceIsEmpty(): Promise<void> {
  return vi.waitFor(async () => expect(await bench.isDeviceEmpty()).toBe(true), { timeout: 10_000 });
}

function until(condition: () => unknown): Promise<void> {
  return vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 10_000 });
}

describe('what arrives', () => {
  test('a kept recital: every byte once and in order, its sentences, its end; then the device is empty', async () => {
    const voice = await recite(bench.journal, 'key', { seconds: 25, sentences: 5 });
    await decideToKeep(bench.journal, 'key', { withoutLastSentence: true });
    await bench.openTab();
    await untilDeviceIsEmpty();

    const session = bench.server.only();
    expect(session.units.size).toBe(3);
    expect(bytesOf(session.units)).toEqual(voice);
    expect([...session.marks.values()].map(({ sentence, discarded }) => [sentence, discarded])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(session.end).toMatchObject({
      audioSegments: 3,
      textSegments: 5,
      durationSeconds: 25,
      discardedSequences: [4],
      endReason: 'FINISHED',
    });
  });

  test('30 offline minutes with 200 sentences: all arrive, in order, once', async () => {
    let online = false;
    bench.server.before = () => (online ? undefined : failure(null));
    const voice = await recite(bench.journal, 'key', { seconds: 1800, sentences: 200, bytesPerSecond: 64 });
    await decideToKeep(bench.journal, 'key', KEEP);
    const uploader = await bench.openTab();
    await until(() => bench.server.calls.length > 2);
    online = true;
    uploader.tryNow();
    await untilDeviceIsEmpty();

    const session = bench.server.only();
    expect(session.units.size).toBe(180);
    expect(bytesOf(session.units)).toEqual(voice);
    expect([...session.marks.keys()]).toEqual(Array.from({ length: 200 }, (_, sequence) => sequence));
    expect(bench.server.calls.filter((call) => call === 'UploadAudioSegment')).toHaveLength(180);
  }, 30_000);

  test('voice goes out while it is being recorded, and what nobody has decided about stays here too', async () => {
    const release = await holdIfFree(bench.locks, recordingLock('key'));
    await appendHeader(bench.journal, aHeader('key', bench.userId));
    await bench.openTab();
    for (let index = 0; index < 10; index += 1) await appendSlices(bench.journal, [aSlice('key', index)]);
    await until(() => bench.server.sessions.size === 1 && bench.server.only().units.size === 1);
    expect(bench.server.only().end).toBeNull();
    await appendSlices(bench.journal, [aSlice('key', 10)]);
    await appendMark(bench.journal, aMark('key', 0));
    await until(() => bench.server.only().marks.size === 1);
    expect(bench.server.only().units.size).toBe(1);

    // The tab that recorded dies without another word.
    release?.();
    await until(() => bench.server.only().units.size === 2 && bench.server.only().marks.size === 2);
    expect(bench.server.only().end).toBeNull();
    const snapshot = await readSnapshot(bench.journal, 'key');
    expect(snapshot?.end).toMatchObject({ reason: 'INTERRUPTED', durationSeconds: 11 });
    expect((await readRecording(bench.journal, 'key'))?.size).toBe(11 * 16);
    await decideToKeep(bench.journal, 'key', KEEP);
    await untilDeviceIsEmpty();
    expect(bench.server.only().end).toMatchObject({
      audioSegments: 2,
      textSegments: 2,
      endReason: 'INTERRUPTED',
    });
  });
});

describe('what the server may answer', () => {
  test('the answer is lost: sent again under the same number, stored once', async () => {
    const voice = await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await decideToKeep(bench.journal, 'key', KEEP);
    const lost = new Set<string>();
    bench.server.after = (operation) => {
      if (lost.has(operation)) return undefined;
      lost.add(operation);
      return failure(null);
    };
    await bench.openTab();
    await untilDeviceIsEmpty();
    expect(bytesOf(bench.server.only().units)).toEqual(voice);
    expect(bench.server.only().end).toMatchObject({ audioSegments: 2 });
  });

  test.each(['UNAUTHENTICATED', 'AGREEMENT_REQUIRED', 'RATE_LIMITED', null])(
    '%s: kept, tried again, arrives',
    async (code) => {
      let failures = 4;
      bench.server.before = (operation) =>
        operation === 'UploadAudioSegment' && failures-- > 0 ? failure(code) : undefined;
      const voice = await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
      await decideToKeep(bench.journal, 'key', KEEP);
      await bench.openTab();
      await untilDeviceIsEmpty();
      expect(bytesOf(bench.server.only().units)).toEqual(voice);
    },
  );

  test('HTTP 413: cut smaller until it fits, numbered without a gap, no byte lost', async () => {
    bench.server.largestUnit = 700;
    const voice = await recite(bench.journal, 'key', { seconds: 25, sentences: 1, bytesPerSecond: 200 });
    await decideToKeep(bench.journal, 'key', KEEP);
    await bench.openTab();
    await untilDeviceIsEmpty();
    const { units, end } = bench.server.only();
    expect(bytesOf(units)).toEqual(voice);
    expect(end?.audioSegments).toBe(units.size);
    expect([...units.values()].every(({ bytes }) => bytes.length <= 700)).toBe(true);
  });

  test('413 after an answer that was lost: the stored unit is recognised, nothing is sent twice', async () => {
    const voice = await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await decideToKeep(bench.journal, 'key', KEEP);
    let attempts = 0;
    bench.server.before = (operation) =>
      operation === 'UploadAudioSegment' && attempts === 1 ? failure(null, { httpStatus: 413 }) : undefined;
    bench.server.after = (operation) => {
      if (operation !== 'UploadAudioSegment') return undefined;
      attempts += 1;
      return attempts === 1 ? failure(null) : undefined;
    };
    await bench.openTab();
    await untilDeviceIsEmpty();
    expect(bytesOf(bench.server.only().units)).toEqual(voice);
    expect(bench.server.only().units.size).toBe(2);
  });

  test('413 for what cannot be cut any smaller: stops, keeps the bytes, says so', async () => {
    bench.server.largestUnit = 10;
    await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await bench.openTab();
    await vi.waitFor(async () => {
      expect((await readSnapshot(bench.journal, 'key'))?.progress).toMatchObject({
        stopped: true,
        problem: { kind: 'too-large' },
      });
    }, 20_000);
    expect((await readRecording(bench.journal, 'key'))?.size).toBe(12 * 16);
  });

  test('CONFLICT: done and flagged, the rest goes on', async () => {
    bench.server.before = (operation, variables) =>
      operation === 'UploadAudioSegment' && 'sequence' in variables && variables.sequence === 0
        ? failure('CONFLICT')
        : undefined;
    await recite(bench.journal, 'key', { seconds: 25, sentences: 1 });
    await bench.openTab();
    await vi.waitFor(async () => {
      expect((await readSnapshot(bench.journal, 'key'))?.progress).toMatchObject({ units: 3, marks: 1 });
    }, 20_000);
    expect((await readSnapshot(bench.journal, 'key'))?.progress.conflicts).toEqual({ units: [0], marks: [] });
    expect([...bench.server.only().units.keys()]).toEqual([1, 2]);
  });

  test.each(['NOT_FOUND', 'FORBIDDEN', 'BAD_USER_INPUT'])(
    '%s: this queue stops with every byte kept, and deleting is still possible',
    async (code) => {
      let calls = 0;
      bench.server.before = (operation) => {
        if (operation !== 'UploadAudioSegment') return undefined;
        calls += 1;
        return failure(code);
      };
      await recite(bench.journal, 'key', { seconds: 25, sentences: 1 });
      await decideToKeep(bench.journal, 'key', KEEP);
      await bench.openTab();
      await vi.waitFor(async () => {
        expect((await readSnapshot(bench.journal, 'key'))?.progress).toMatchObject({
          stopped: true,
          problem: { kind: 'refused' },
        });
      }, 20_000);
      expect(calls).toBe(1);
      expect((await readRecording(bench.journal, 'key'))?.size).toBe(25 * 16);
      await decideToDelete(bench.journal, 'key');
      await untilDeviceIsEmpty();
      expect(bench.server.only().disavowed).toBe(true);
    },
  );

  test('a recital that began and has no voice is forgotten without a call', async () => {
    await appendHeader(bench.journal, aHeader('key', bench.userId));
    await bench.openTab();
    await untilDeviceIsEmpty();
    expect(bench.server.calls).toEqual([]);
  });

  test('one recital that is refused, and one that never gets an answer, do not hold up a third', async () => {
    for (const key of ['a-refused', 'b-unanswered', 'c-good']) {
      await recite(bench.journal, key, { seconds: 12, sentences: 1 });
      await decideToKeep(bench.journal, key, KEEP);
    }
    bench.server.before = (_operation, variables) => {
      if ('clientKey' in variables && variables.clientKey === 'a-refused') return failure('NOT_FOUND');
      if ('clientKey' in variables && variables.clientKey === 'b-unanswered') {
        return failure(null, { retryAfterSeconds: 1000 });
      }
      return undefined;
    };
    await bench.openTab();
    await vi.waitFor(async () => expect(await readSnapshot(bench.journal, 'c-good')).toBeNull(), 20_000);
    expect(bench.server.only()).toMatchObject({ clientKey: 'c-good', end: { audioSegments: 2 } });
  });
});

describe('a recital that is wished away', () => {
  test('before the server heard of it: it never does', async () => {
    await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await decideToDelete(bench.journal, 'key');
    await bench.openTab();
    await untilDeviceIsEmpty();
    expect(bench.server.calls).toEqual([]);
  });

  test('after it was sent: gone here at once, gone there as soon as the server answers', async () => {
    await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    const uploader = await bench.openTab();
    await until(() => bench.server.sessions.size === 1 && bench.server.only().units.size === 2);
    let online = false;
    bench.server.before = () => (online ? undefined : failure(null, { retryAfterSeconds: 1000 }));
    await decideToDelete(bench.journal, 'key');
    await vi.waitFor(async () => expect(await readRecording(bench.journal, 'key')).toBeNull(), 20_000);
    expect(bench.server.only().disavowed).toBe(false);
    online = true;
    uploader.tryNow();
    await untilDeviceIsEmpty();
    expect(bench.server.only().disavowed).toBe(true);
  });

  test('while the server acknowledges its end: the wish wins', async () => {
    await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await decideToKeep(bench.journal, 'key', KEEP);
    let wish: Promise<void> | null = null;
    bench.server.after = (operation) => {
      if (operation === 'EndUploadSession') wish ??= decideToDelete(bench.journal, 'key');
      return undefined;
    };
    await bench.openTab();
    await untilDeviceIsEmpty();
    expect(bench.server.only().disavowed).toBe(true);
  });
});

describe('several tabs', () => {
  test('one of them sends; when it is closed, another takes over', async () => {
    const voice = await recite(bench.journal, 'key', { seconds: 25, sentences: 1 });
    await bench.openTab();
    await bench.openTab();
    await until(() => bench.server.sessions.size === 1 && bench.server.only().units.size === 3);
    expect(bench.server.calls.filter((call) => call === 'UploadAudioSegment')).toHaveLength(3);

    await bench.closeTabs();
    await decideToKeep(bench.journal, 'key', KEEP);
    await bench.openTab();
    await untilDeviceIsEmpty();
    expect(bytesOf(bench.server.only().units)).toEqual(voice);
  });

  test('a tab that does not hold the lock sends nothing', async () => {
    const release = await holdIfFree(bench.locks, uploaderLock(bench.userId));
    await recite(bench.journal, 'key', { seconds: 12, sentences: 1 });
    await bench.openTab();
    await vi.waitFor(async () => {
      expect((await bench.locks.query()).pending).toEqual([{ name: uploaderLock(bench.userId) }]);
    }, 20_000);
    expect(bench.server.calls).toEqual([]);
    release?.();
    await until(() => bench.server.sessions.size === 1);
  });
});
