import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useMicrophones, type Microphones } from './use-microphones';

type Listed = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;
const microphone = (deviceId: string, label: string): Listed => ({ kind: 'audioinput', deviceId, label });

const track = { label: 'Desk', getSettings: () => ({}), stop: vi.fn() };
let plugged: Listed[];
let devices: MediaDevices;
let scope: EffectScope;

beforeEach(() => {
  localStorage.clear();
  plugged = [
    microphone('default', 'Default: Desk'),
    microphone('a', 'Desk'),
    microphone('b', 'Headset'),
    { kind: 'audiooutput', deviceId: 'c', label: 'Speakers' },
  ];
  devices = Object.assign(new EventTarget(), {
    enumerateDevices: () => Promise.resolve(plugged as MediaDeviceInfo[]),
    getUserMedia: vi.fn(() => Promise.resolve({ getAudioTracks: () => [track] } as unknown as MediaStream)),
  }) as unknown as MediaDevices;
  scope = effectScope();
});
afterEach(() => scope.stop());

async function look(): Promise<Microphones> {
  const found = scope.run(() => useMicrophones(devices));
  await flushPromises();
  if (!found) throw new Error('The scope is over');
  return found;
}

describe('microphones to choose from', () => {
  it('are the real ones, once each', async () => {
    expect((await look()).known.value.map(({ label }) => label)).toEqual(['Desk', 'Headset']);
  });

  it('are unknown before the browser may name them, and known after it was asked', async () => {
    plugged = [microphone('', '')];
    const { known, ask } = await look();
    expect(known.value).toEqual([]);
    plugged = [microphone('a', 'Desk')];
    await ask();
    expect(known.value).toHaveLength(1);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  it.each([
    ['NotAllowedError', 'microphone-denied'],
    ['NotFoundError', 'microphone-missing'],
    ['NotReadableError', 'microphone-busy'],
  ])('that cannot be had for %s: tells it is %s', async (name, kind) => {
    devices.getUserMedia = () => Promise.reject(new DOMException('', name));
    await expect((await look()).ask()).rejects.toMatchObject({ kind });
  });

  it('keep the choice in the browser, also while it is unplugged', async () => {
    const first = await look();
    first.choose('b');
    expect((await look()).chosen.value).toEqual({ deviceId: 'b', label: 'Headset' });
    plugged = [microphone('a', 'Desk')];
    devices.dispatchEvent(new Event('devicechange'));
    await flushPromises();
    expect(first).toMatchObject({ isMissing: { value: true }, chosen: { value: { label: 'Headset' } } });
    first.choose('');
    expect((await look()).chosen.value).toBeNull();
  });
});
