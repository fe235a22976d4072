import { describe, expect, test } from 'vitest';
import { RecordingClock } from './recording-clock';

function clockStartedAt(audioTime: number): RecordingClock {
  const clock = new RecordingClock();
  clock.start(audioTime);
  return clock;
}

describe('recording time', () => {
  test('counts from the start, not from when the microphone was opened', () => {
    expect(clockStartedAt(12.5).at(14)).toBe(1.5);
  });

  test('leaves out every pause', () => {
    const clock = clockStartedAt(10);
    clock.pause(13);
    clock.resume(20);
    clock.pause(22);
    clock.resume(22.25);
    expect(clock.at(30)).toBe(3 + 2 + 7.75);
  });

  test('stands still during a pause', () => {
    const clock = clockStartedAt(10);
    clock.pause(13);
    expect(clock.at(13)).toBe(3);
    expect(clock.at(99)).toBe(3);
  });

  test('a second pause or resume changes nothing', () => {
    const clock = clockStartedAt(0);
    clock.resume(1);
    clock.pause(2);
    clock.pause(5);
    clock.resume(6);
    clock.resume(9);
    expect(clock.at(10)).toBe(6);
  });

  test('is whole milliseconds, and never negative', () => {
    const clock = clockStartedAt(1.00049);
    expect(clock.at(2.00061)).toBe(1);
    expect(clock.at(0.5)).toBe(0);
  });
});
