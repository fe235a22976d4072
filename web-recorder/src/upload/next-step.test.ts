import { describe, expect, test } from 'vitest';
import { noProgress, type JournalSnapshot, type UnitRecord } from '../journal/journal-records';
import { aHeader, aMark } from '../journal/testing/a-recital';
import { nextStep, type Circumstances } from './next-step';

const now: Circumstances = { recording: false, termsKnown: true, unitSeconds: 10, secondsSinceAccepted: 0 };
const end = { clientKey: 'key', durationSeconds: 12, reason: 'FINISHED' } as const;

function aSnapshot(rest: Partial<JournalSnapshot> = {}): JournalSnapshot {
  return {
    header: aHeader('key', 'ada'),
    voice: { slices: 12, seconds: 12 },
    units: [],
    marks: [],
    discards: [],
    end,
    decision: null,
    progress: { ...noProgress('key'), sessionId: 'session-1' },
    ...rest,
  };
}

function aUnit(sequence: number, firstSlice: number, endSlice: number): UnitRecord {
  return {
    clientKey: 'key',
    sequence,
    firstSlice,
    endSlice,
    byteLength: 1,
    sha256: 'x',
    from: firstSlice,
    to: endSlice,
  };
}

const units = [aUnit(0, 0, 10), aUnit(1, 10, 12)];
const progress = { ...noProgress('key'), sessionId: 'session-1', units: 2 };

describe('the order of things', () => {
  test('who is signed in is asked before anything is sent, then a session is made', () => {
    expect(nextStep(aSnapshot(), { ...now, termsKnown: false })).toEqual({ kind: 'learn-terms' });
    expect(nextStep(aSnapshot({ progress: noProgress('key') }), now)).toEqual({ kind: 'create-session' });
  });

  test('voice before marks, marks before discards, discards before the end', () => {
    const marks = [aMark('key', 0)];
    expect(nextStep(aSnapshot({ marks }), now)).toEqual({ kind: 'cut-unit' });
    expect(nextStep(aSnapshot({ marks, units }), now)).toMatchObject({ kind: 'send-unit', unit: units[0] });
    const voiceSent = { marks, units, progress, discards: [0], decision: 'keep' as const };
    expect(nextStep(aSnapshot(voiceSent), now)).toMatchObject({ kind: 'send-mark', mark: marks[0] });
    const marksSent = { ...voiceSent, progress: { ...progress, marks: 1 } };
    expect(nextStep(aSnapshot(marksSent), now)).toEqual({ kind: 'send-discards', sequences: [0] });
    const discardsSent = { ...marksSent, progress: { ...progress, marks: 1, discards: [0] } };
    expect(nextStep(aSnapshot(discardsSent), now)).toEqual({ kind: 'end-session' });
    const ended = { ...discardsSent, progress: { ...discardsSent.progress, ended: true } };
    expect(nextStep(aSnapshot(ended), now)).toEqual({ kind: 'remove' });
  });

  test('voice that is sent and not decided about waits, and stays here', () => {
    expect(nextStep(aSnapshot({ units, progress }), now)).toEqual({ kind: 'wait', seconds: Infinity });
  });
});

describe('while it is being recorded', () => {
  const running = { ...now, recording: true };

  test('a unit is cut as soon as it is full, not before', () => {
    const recording = { end: null, voice: { slices: 9, seconds: 9.9 } };
    expect(nextStep(aSnapshot(recording), running)).toMatchObject({ kind: 'wait' });
    const full = { end: null, voice: { slices: 10, seconds: 10 } };
    expect(nextStep(aSnapshot(full), running)).toEqual({ kind: 'cut-unit' });
  });

  test('nothing is sent before there is voice', () => {
    const empty = { end: null, voice: { slices: 0, seconds: 0 }, progress: noProgress('key') };
    expect(nextStep(aSnapshot(empty), running)).toEqual({ kind: 'wait', seconds: Infinity });
  });

  test('a sign of life goes out after five minutes of silence', () => {
    const paused = { end: null, voice: { slices: 3, seconds: 3 } };
    expect(nextStep(aSnapshot(paused), { ...running, secondsSinceAccepted: 240 })).toEqual({
      kind: 'wait',
      seconds: 60,
    });
    expect(nextStep(aSnapshot(paused), { ...running, secondsSinceAccepted: 300 })).toEqual({
      kind: 'heartbeat',
    });
  });
});

describe('what was left behind', () => {
  test('a recital without an end that nobody records is closed', () => {
    expect(nextStep(aSnapshot({ end: null }), now)).toEqual({ kind: 'close-interrupted' });
    const empty = { end: null, voice: { slices: 0, seconds: 0 } };
    expect(nextStep(aSnapshot(empty), now)).toEqual({ kind: 'close-interrupted' });
  });

  test('one that was wished away: first here, then on the server', () => {
    const wished = { decision: 'delete' } as const;
    expect(nextStep(aSnapshot(wished), now)).toEqual({ kind: 'forget-voice' });
    const forgotten = { ...wished, voice: { slices: 0, seconds: 0 } };
    expect(nextStep(aSnapshot(forgotten), now)).toEqual({ kind: 'discard-session' });
    expect(nextStep(aSnapshot({ ...forgotten, progress: noProgress('key') }), now)).toEqual({
      kind: 'remove',
    });
  });
});
