import { shallowRef, type ShallowRef } from 'vue';
import { vi } from 'vitest';
import type { Recital } from '../src/capture/recital';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Facts = {
  [Key in keyof Recital as Recital[Key] extends { value: unknown } ? Key : never]: Recital[Key] extends {
    readonly value: infer Value;
  }
    ? ShallowRef<Value>
    : never;
};

/** A recital that only shows what it is told and notes what is asked of it: for components, which never look behind it. */
export function stillRecital(): Facts & Writable<Omit<Recital, keyof Facts>> {
  const done = () => Promise.resolve();
  return {
    phase: shallowRef('idle'),
    position: shallowRef({ paragraph: 0, sentence: 0 }),
    elapsedSeconds: shallowRef(0),
    level: shallowRef({ rms: 0, peak: 0, verdict: 'silent' }),
    problem: shallowRef(null),
    microphone: shallowRef(null),
    saved: shallowRef({ onDevice: 0, onServer: 0, total: 0, everythingOnServer: false, online: true }),
    sentencesRead: shallowRef(0),
    playbackUrl: shallowRef(null),
    start: vi.fn(done),
    next: vi.fn(),
    pause: vi.fn(),
    resume: vi.fn(),
    redo: vi.fn(),
    skip: vi.fn(),
    stop: vi.fn(done),
    moveTo: vi.fn(),
    keep: vi.fn(done),
    discard: vi.fn(done),
  };
}
