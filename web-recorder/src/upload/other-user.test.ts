import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decideToKeep } from '../journal/decide';
import { openJournal } from '../journal/journal';
import { listRecitals, readRecording, readSnapshot } from '../journal/read';
import { recite } from '../journal/testing/a-recital';
import { describeAll } from './describe-all';
import { failure } from './testing/server-in-memory';
import { SendingBench, bytesOf } from './testing/sending-bench';

let ada: SendingBench;

beforeEach(async () => {
  ada = await SendingBench.create();
});

afterEach(() => ada.close());

describe('on a device that is shared', () => {
  test('another user sees, hears and finds nothing of what is left, and it outlives their stay', async () => {
    await recite(ada.journal, 'key', { seconds: 12, sentences: 1 });
    const bob = await openJournal('bob');
    expect(await listRecitals(bob)).toEqual([]);
    expect(await describeAll(bob, ada.locks, true)).toEqual([]);
    expect(await readSnapshot(bob, 'key')).toBeNull();
    expect(await readRecording(bob, 'key')).toBeNull();
    await decideToKeep(bob, 'key', { withoutLastSentence: false });
    bob.close();
    expect((await readRecording(ada.journal, 'key'))?.size).toBe(12 * 16);
    expect((await readSnapshot(ada.journal, 'key'))?.decision).toBeNull();
  });

  test('nothing goes out under the name of another who signed in; it waits for its owner', async () => {
    const voice = await recite(ada.journal, 'key', { seconds: 12, sentences: 1 });
    await decideToKeep(ada.journal, 'key', { withoutLastSentence: false });
    ada.server.signedInAs = 'bob';
    const uploader = await ada.openTab();
    await vi.waitFor(async () => {
      expect((await readSnapshot(ada.journal, 'key'))?.progress.problem).toMatchObject({
        kind: 'other-user',
      });
    }, 20_000);
    expect(ada.server.sessions.size).toBe(0);

    ada.server.signedInAs = ada.userId;
    uploader.tryNow();
    await vi.waitFor(async () => expect(await ada.isDeviceEmpty()).toBe(true), 20_000);
    expect(bytesOf(ada.server.only().units)).toEqual(voice);
  });

  test('another signs in while it is being sent: the queue waits, and is not taken for refused', async () => {
    await recite(ada.journal, 'key', { seconds: 25, sentences: 1 });
    ada.server.after = (operation) => {
      if (operation === 'UploadAudioSegment') ada.server.signedInAs = 'bob';
      return undefined;
    };
    const uploader = await ada.openTab();
    await vi.waitFor(async () => {
      expect((await readSnapshot(ada.journal, 'key'))?.progress).toMatchObject({
        units: 1,
        stopped: false,
        problem: { kind: 'other-user' },
      });
    }, 20_000);
    ada.server.after = () => undefined;
    ada.server.signedInAs = ada.userId;
    uploader.tryNow();
    await vi.waitFor(() => expect(ada.server.only().units.size).toBe(3), 20_000);
  });

  test('signed out, and another signs in: who it is is asked before anything more goes out', async () => {
    await recite(ada.journal, 'key', { seconds: 25, sentences: 1 });
    let signedOut = true;
    ada.server.before = (operation) => {
      if (operation !== 'CreateUploadSession' || !signedOut) return undefined;
      signedOut = false;
      ada.server.signedInAs = 'bob';
      return failure('UNAUTHENTICATED');
    };
    await ada.openTab();
    await vi.waitFor(async () => {
      expect((await readSnapshot(ada.journal, 'key'))?.progress.problem).toMatchObject({
        kind: 'other-user',
      });
    }, 20_000);
    expect(ada.server.sessions.size).toBe(0);
  });
});
