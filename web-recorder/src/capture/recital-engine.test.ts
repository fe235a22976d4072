import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openJournal } from '../journal/journal';
import type { JournalSnapshot } from '../journal/journal-records';
import { isHeld, recorderLock } from '../journal/locks';
import { listRecitals, readRecording, readSnapshot } from '../journal/read';
import { RecitalEngine } from './recital-engine';
import { CaptureInMemory } from './testing/capture-in-memory';

const paragraphs = [['one', 'two'], ['three']];
const at = (paragraph: number, sentence: number) => ({ paragraph, sentence });

let userId: string;
let capture: CaptureInMemory;
let engine: RecitalEngine;

beforeEach(() => {
  userId = crypto.randomUUID();
  capture = new CaptureInMemory();
  engine = anEngine();
});

function anEngine(maxSessionSeconds = 7200): RecitalEngine {
  return new RecitalEngine(capture.devices(userId), {
    userId,
    textRevisionId: 'revision-1',
    textTitle: null,
    paragraphs,
    startAt: at(0, 0),
    maxSessionSeconds: () => maxSessionSeconds,
  });
}

async function written(): Promise<JournalSnapshot> {
  const journal = await openJournal(userId);
  const [clientKey = ''] = await listRecitals(journal);
  const snapshot = await readSnapshot(journal, clientKey);
  journal.close();
  if (!snapshot) throw new Error('Nothing was written');
  return snapshot;
}

async function writtenText(): Promise<string | undefined> {
  const journal = await openJournal(userId);
  const [clientKey = ''] = await listRecitals(journal);
  const recording = await readRecording(journal, clientKey);
  journal.close();
  return recording?.text();
}

describe('a recital', () => {
  test('is in the journal word by word: voice, marks by the presses, end', async () => {
    await engine.start();
    capture.record(2.2, 'a');
    engine.next();
    capture.record(3, 'b');
    engine.pause();
    capture.audioTime += 60;
    engine.resume();
    capture.record(2.4, 'c');
    await engine.stop();

    const { header, marks, end, voice } = await written();
    expect(header).toMatchObject({ userId, startAt: at(0, 0), mimeType: 'audio/webm;codecs=opus' });
    expect(marks).toMatchObject([
      { sequence: 0, paragraph: 0, sentence: 0, seekStart: 0, seekEnd: 2.2 },
      { sequence: 1, paragraph: 0, sentence: 1, seekStart: 2.2, seekEnd: 7.6 },
    ]);
    expect(end).toEqual({ clientKey: header.clientKey, durationSeconds: 7.6, reason: 'FINISHED' });
    expect(voice).toEqual({ slices: 4, seconds: 7.6 });
    expect(await writtenText()).toBe('abcend');
    expect(engine.state).toMatchObject({ phase: 'stopped', sentencesRead: 2, problem: null });
    expect(capture.actions).toEqual(['open', 'start', 'pause', 'resume', 'run-out', 'stop']);
  });

  test('starts once, however often it is asked', async () => {
    await Promise.all([engine.start(), engine.start(), engine.start()]);
    expect(capture.actions).toEqual(['open', 'start']);
    await engine.start();
    expect(capture.actions).toEqual(['open', 'start']);
    expect(engine.state).toMatchObject({ phase: 'recording', problem: null });
  });

  test('ends with the last sentence, which is marked once', async () => {
    engine.moveTo(at(1, 0));
    await engine.start();
    capture.record(4);
    engine.next();
    engine.next();
    await engine.stop();
    expect((await written()).marks).toMatchObject([{ paragraph: 1, sentence: 0, seekStart: 0, seekEnd: 4 }]);
  });

  test('a sentence that is redone leaves its take as discarded', async () => {
    await engine.start();
    capture.record(3);
    engine.redo();
    capture.record(2);
    await engine.stop();
    expect((await written()).marks).toMatchObject([
      { sentence: 0, seekStart: 0, seekEnd: 3, discarded: true },
      { sentence: 0, seekStart: 3, seekEnd: 5, discarded: false },
    ]);
    expect(engine.state.sentencesRead).toBe(1);
  });

  test('a sentence that is redone in a pause begins at once, without what the pause covered', async () => {
    await engine.start();
    capture.record(3);
    engine.pause();
    capture.audioTime += 60;
    engine.redo();
    expect(engine.state.phase).toBe('recording');
    capture.record(2);
    await engine.stop();
    expect((await written()).marks).toMatchObject([
      { sentence: 0, seekStart: 0, seekEnd: 3, discarded: true, skipReason: null },
      { sentence: 0, seekStart: 3, seekEnd: 5, discarded: false },
    ]);
  });

  test('a sentence that is left out leaves its take as discarded, with the reason', async () => {
    await engine.start();
    capture.record(3);
    engine.skip('HARD_TO_SAY');
    expect(engine.state.position).toEqual(at(0, 1));
    capture.record(2);
    engine.pause();
    engine.skip('WRONG_TEXT');
    expect(engine.state).toMatchObject({ phase: 'recording', position: at(1, 0), sentencesRead: 0 });
    capture.record(1);
    await engine.stop();
    expect((await written()).marks).toMatchObject([
      { sentence: 0, seekEnd: 3, discarded: true, skipReason: 'HARD_TO_SAY' },
      { sentence: 1, seekEnd: 5, discarded: true, skipReason: 'WRONG_TEXT' },
      { paragraph: 1, seekEnd: 6, discarded: false, skipReason: null },
    ]);
  });

  test('leaving the last sentence out ends the recital, and nothing of it counts', async () => {
    await engine.start();
    capture.record(2);
    engine.next();
    engine.skip('OFFENSIVE');
    capture.record(2);
    engine.skip('OFFENSIVE');
    await engine.stop();
    expect((await written()).marks).toMatchObject([
      { sentence: 0, discarded: false },
      { paragraph: 1, seekEnd: 4, discarded: true, skipReason: 'OFFENSIVE', next: null },
    ]);
    expect(engine.state.sentencesRead).toBe(1);
    capture.lastBlob = new Blob(['more']);
    await engine.keep({ withoutLastSentence: false });
    await engine.start();
    capture.record(1);
    await engine.stop();
    expect(engine.state.sentencesRead).toBe(1);
  });

  test('nothing is redone or left out before it starts', () => {
    engine.redo();
    engine.skip('OFFENSIVE');
    expect(engine.state).toMatchObject({ phase: 'idle', position: at(0, 0) });
  });

  test('cannot be moved while it runs or waits for its decision', async () => {
    await engine.start();
    engine.moveTo(at(1, 0));
    capture.record(1);
    await engine.stop();
    engine.moveTo(at(1, 0));
    expect(engine.state.position).toEqual(at(0, 0));
  });

  test('stopping while the browser still asks for permission leaves nothing behind', async () => {
    let allow: () => void = () => undefined;
    capture.permission = new Promise((resolve) => {
      allow = resolve;
    });
    const starting = engine.start();
    const stopping = engine.stop();
    allow();
    await Promise.all([starting, stopping]);
    expect(engine.state).toMatchObject({ phase: 'idle', problem: null });
    expect(capture.actions).toEqual(['open', 'stop']);
    await expect(written()).rejects.toThrow('Nothing was written');
    expect(await isHeld(capture.locks, recorderLock(userId))).toBe(false);
  });
});

describe('what goes wrong', () => {
  test.each(['microphone-denied', 'microphone-missing', 'microphone-busy', 'recorder-failed'] as const)(
    '%s: says so, and can be tried again',
    async (kind) => {
      capture.refusal = kind;
      await engine.start();
      expect(engine.state).toMatchObject({ phase: 'failed', problem: { kind } });
      capture.refusal = null;
      await engine.start();
      expect(engine.state).toMatchObject({ phase: 'recording', problem: null });
    },
  );

  test.each(['microphone-lost', 'microphone-muted', 'recorder-failed'] as const)(
    '%s in mid-sentence: everything so far is safe, and the end says that it was interrupted',
    async (kind) => {
      await engine.start();
      capture.record(2);
      engine.next();
      capture.record(1.5);
      capture.fail(kind);
      capture.fail('recorder-failed');
      await engine.stop();
      expect(engine.state).toMatchObject({ phase: 'stopped', problem: { kind } });
      const { end, marks } = await written();
      expect(end).toMatchObject({ reason: 'INTERRUPTED', durationSeconds: 3.5 });
      expect(marks).toMatchObject([{ seekEnd: 2 }, { sentence: 1, seekStart: 2, seekEnd: 3.5 }]);
    },
  );

  test('another tab that records: refused, until that one has ended', async () => {
    const otherTab = anEngine();
    await otherTab.start();
    await engine.start();
    expect(engine.state).toMatchObject({ phase: 'failed', problem: { kind: 'other-tab' } });
    capture.record(1);
    await otherTab.stop();
    await engine.start();
    expect(engine.state.phase).toBe('recording');
  });

  test('the longest recital ends by itself', async () => {
    engine = anEngine(60);
    await engine.start();
    capture.record(59);
    engine.tick();
    expect(engine.state.phase).toBe('recording');
    capture.record(1.1);
    engine.tick();
    await engine.stop();
    expect(engine.state).toMatchObject({ phase: 'stopped', problem: { kind: 'too-long' } });
  });

  test('one that would be longer goes on as a new one, at the sentence that was open', async () => {
    engine = anEngine(60);
    await engine.start();
    capture.record(30);
    engine.next();
    capture.record(31);
    engine.tick();
    await engine.stop();
    expect((await written()).end).toMatchObject({ durationSeconds: 61, reason: 'INTERRUPTED' });
    await engine.keep({ withoutLastSentence: true });
    await engine.start();
    expect(engine.state).toMatchObject({ phase: 'recording', position: at(0, 1), elapsedSeconds: 0 });
    const journal = await openJournal(userId);
    await expect(listRecitals(journal)).resolves.toHaveLength(2);
    journal.close();
  });

  test('too little room: does not begin', async () => {
    capture.freeBytes = 1_000_000;
    await engine.start();
    expect(engine.state).toMatchObject({ phase: 'failed', problem: { kind: 'storage-full' } });
    expect(capture.actions).toEqual([]);
  });

  test('room that runs out: ends while there is still some', async () => {
    await engine.start();
    capture.freeBytes = 1_000_000;
    for (let second = 0; second < 31; second += 1) capture.record(1);
    await expect.poll(() => engine.state.phase, { timeout: 20_000 }).toBe('stopped');
    expect(engine.state.problem).toMatchObject({ kind: 'storage-full' });
    expect((await written()).end).toMatchObject({ reason: 'INTERRUPTED' });
  });

  test('a page that is closed ends the recital, one that is hidden in a pause does not', async () => {
    await engine.start();
    capture.record(2);
    engine.pause();
    capture.guarded?.hidden();
    expect(engine.state.phase).toBe('paused');
    engine.resume();
    capture.guarded?.hidden();
    await engine.stop();
    expect(engine.state.problem).toMatchObject({ kind: 'page-hidden' });
    expect(capture.guarded).toBeNull();
  });

  test('a recorder that gives nothing: says so instead of asking for a decision', async () => {
    await engine.start();
    capture.lastBlob = new Blob([]);
    await engine.stop();
    expect(engine.state).toMatchObject({ phase: 'failed', problem: { kind: 'recorder-failed' } });
  });

  test('the screen is left: the recital ends and waits for its decision', async () => {
    await engine.start();
    capture.record(2);
    await engine.leave();
    expect((await written()).end).toMatchObject({ reason: 'INTERRUPTED' });
    expect((await written()).decision).toBeNull();
  });
});

describe('the decision', () => {
  async function readTwoSentences(): Promise<void> {
    await engine.start();
    capture.record(2);
    engine.next();
    capture.record(2);
    await engine.stop();
  }

  test('kept: goes on with the sentence after the last one', async () => {
    await readTwoSentences();
    await engine.keep({ withoutLastSentence: false });
    expect(engine.state).toMatchObject({ phase: 'idle', position: at(1, 0) });
    expect(await written()).toMatchObject({ decision: 'keep', discards: [] });
  });

  test('kept without the last sentence: that one is discarded, and is to be read again', async () => {
    await readTwoSentences();
    await engine.keep({ withoutLastSentence: true });
    expect(engine.state).toMatchObject({ phase: 'idle', position: at(0, 1) });
    expect(await written()).toMatchObject({ decision: 'keep', discards: [1] });
  });

  test('a sentence that was opened but not begun is the one to read next', async () => {
    await engine.start();
    capture.record(2);
    engine.next();
    await engine.stop();
    await engine.keep({ withoutLastSentence: false });
    expect(engine.state.position).toEqual(at(0, 1));
  });

  test('discarded: back to where it began', async () => {
    await readTwoSentences();
    await engine.discard();
    expect(engine.state).toMatchObject({ phase: 'idle', position: at(0, 0), clientKey: null });
    expect((await written()).decision).toBe('delete');
  });

  test('says nothing while there is nothing to decide', async () => {
    await engine.keep({ withoutLastSentence: false });
    await engine.start();
    capture.record(2);
    await engine.discard();
    expect(engine.state.phase).toBe('recording');
    expect((await written()).decision).toBeNull();
  });
});
