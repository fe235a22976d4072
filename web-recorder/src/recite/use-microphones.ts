import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue';
import { chooseMicrophone, chosenMicrophone, type ChosenMicrophone } from '../capture/chosen-microphone';
import { openMicrophone } from '../capture/microphone';

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
  /** Asks for the permission, so that the names are known; rejects with a RecitalFault that tells what is in the way. */
  ask: () => Promise<void>;
}

/** The microphones of this device, without keeping one open. */
export function useMicrophones(devices: MediaDevices | undefined = navigator.mediaDevices): Microphones {
  const permission = shallowRef<MicrophonePermission>('unknown');
  const known = shallowRef<readonly ChosenMicrophone[]>([]);
  const chosen = shallowRef(chosenMicrophone());

  async function look(): Promise<void> {
    permission.value = (await permissionStatus())?.state ?? 'unknown';
    known.value = await listMicrophones(devices);
  }

  function choose(deviceId: string): void {
    chosen.value = known.value.find((microphone) => microphone.deviceId === deviceId) ?? null;
    chooseMicrophone(chosen.value);
  }

  async function ask(): Promise<void> {
    const microphone = await openMicrophone(devices, null);
    microphone.close();
    await look();
  }

  const following = new AbortController();
  const { signal } = following;
  const follow = () => void look();
  devices?.addEventListener('devicechange', follow, { signal });
  // Allowed or forbidden in the settings of the page, while it is open.
  void permissionStatus().then((status) => status?.addEventListener('change', follow, { signal }));
  onScopeDispose(() => following.abort());
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

/** Null: not every browser knows this permission by name. */
async function permissionStatus(): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: 'microphone' });
  } catch {
    return null;
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
