import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, shallowRef, type EffectScope } from 'vue';
import { useRenewingAudio, type RenewingAudio } from './use-renewing-audio';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

let scope: EffectScope;
let element: HTMLAudioElement;
const playElement = vi.fn<() => Promise<void>>(() => Promise.resolve());
const src = ref('');
const expiresAt = ref<string | null>(null);
const renew = vi.fn<() => void>();

function player(): RenewingAudio {
  const audio = scope.run(() => useRenewingAudio(shallowRef(element), { src, expiresAt, renew }));
  if (!audio) throw new Error('The scope has ended');
  return audio;
}

const tell = (event: string) => element.dispatchEvent(new Event(event));

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  scope = effectScope();
  element = document.createElement('audio');
  element.play = playElement;
  src.value = '/one';
  expiresAt.value = inSeconds(300);
  renew.mockClear();
  playElement.mockClear();
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

describe('an audio link that ends', () => {
  it('is renewed half a minute before its end while playing', () => {
    player().play();
    vi.advanceTimersByTime(269_000);
    expect(renew).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(renew).toHaveBeenCalledOnce();
  });

  it('is not renewed while nobody listens', () => {
    const audio = player();
    audio.play();
    audio.pause();
    vi.advanceTimersByTime(600_000);
    expect(renew).not.toHaveBeenCalled();
  });

  it('is renewed before playing when it is over, and then plays by itself', async () => {
    const audio = player();
    vi.advanceTimersByTime(301_000);
    audio.play();
    expect(renew).toHaveBeenCalledOnce();
    expect(playElement).not.toHaveBeenCalled();
    [src.value, expiresAt.value] = ['/two', inSeconds(300)];
    await nextTick();
    tell('loadedmetadata');
    expect(playElement).toHaveBeenCalledOnce();
  });

  it('goes on at the same second with the new link', async () => {
    const audio = player();
    audio.seek(42);
    audio.play();
    [src.value, expiresAt.value] = ['/two', inSeconds(300)];
    await nextTick();
    element.currentTime = 0;
    tell('timeupdate');
    expect(audio.currentSeconds.value).toBe(42);
    tell('loadedmetadata');
    expect(element.currentTime).toBe(42);
  });

  it('is renewed once when it fails, and is broken when that does not help', () => {
    const audio = player();
    tell('error');
    expect(renew).toHaveBeenCalledOnce();
    expect(audio.state.value).toBe('waiting');
    tell('error');
    expect(renew).toHaveBeenCalledOnce();
    expect(audio.state.value).toBe('broken');
  });

  it('without an end is broken at once when it fails', () => {
    expiresAt.value = null;
    const audio = player();
    tell('error');
    expect([renew.mock.calls.length, audio.state.value]).toEqual([0, 'broken']);
  });
});
