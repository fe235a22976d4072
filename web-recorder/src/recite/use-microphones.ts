import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue';
import { chooseMicrophone, chosenMicrophone, type ChosenMicrophone } from '../capture/chosen-microphone';

export type MicrophonePermission = 'granted' | 'denied' | 'prompt' | 'unknown';

export interface Microphones {
  permission: Readonly<Ref<MicrophonePermission>>;
  /** All that the browser names; it names none before it was allowed to. Follows plugging in and out. */
  known: Readonly<Ref<readonly ChosenMicrophone[]>>;
  /** Null: whichever the system offers first */
  chosen: Readonly<Ref<ChosenMicrophone | null>>;
  /** The chosen one is not plugged in */
  isMissing: ComputedRef<boolean>;
  choose: (deviceId: string) => void;
  /** Asks for the permission, so that the names are known; rejects when it is refused. */
  ask: () => Promise<void>;
}

/** The microphones of this device, without keeping one open. */
export function useMicrophones(devices: MediaDevices | undefined = navigator.mediaDevices): Microphones {
  const permission = shallowRef<MicrophonePermission>('unknown');
  const known = shallowRef<readonly ChosenMicrophone[]>([]);
  const chosen = shallowRef(chosenMicrophone());

  async function look(): Promise<void> {
    permission.value = await readPermission();
    known.value = await listMicrophones(devices);
  }

  function choose(deviceId: string): void {
    chosen.value = known.value.find((microphone) => microphone.deviceId === deviceId) ?? null;
    chooseMicrophone(chosen.value);
  }

  async function ask(): Promise<void> {
    const stream = await devices?.getUserMedia({ audio: true });
    stream?.getTracks().forEach((track) => track.stop());
    await look();
  }

  const follow = () => void look();
  devices?.addEventListener('devicechange', follow);
  onScopeDispose(() => devices?.removeEventListener('devicechange', follow));
  follow();

  return {
    permission,
    known,
    chosen,
    isMissing: computed(
      () =>
        chosen.value !== null &&
        known.value.length > 0 &&
        !known.value.some(({ deviceId }) => deviceId === chosen.value?.deviceId),
    ),
    choose,
    ask,
  };
}

async function readPermission(): Promise<MicrophonePermission> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    // Not every browser knows this permission by name.
    return 'unknown';
  }
}

/** Chromium lists the system's default a second time, under names of its own. */
const ALIASES = ['default', 'communications'];

async function listMicrophones(devices: MediaDevices | undefined): Promise<ChosenMicrophone[]> {
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  return all
    .filter(({ kind, label, deviceId }) => kind === 'audioinput' && label && !ALIASES.includes(deviceId))
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
