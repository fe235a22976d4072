import { onMounted, shallowRef, type Ref } from 'vue';

export interface MicrophoneInfo {
  permission: 'granted' | 'denied' | 'prompt' | 'unknown';
  /** What the system calls the microphone that a recording uses; browsers tell it only once it was allowed */
  label: string | null;
}

/** What can be said about the microphone without opening it. */
export function useMicrophoneInfo(): Readonly<Ref<MicrophoneInfo>> {
  const info = shallowRef<MicrophoneInfo>({ permission: 'unknown', label: null });
  onMounted(async () => (info.value = { permission: await readPermission(), label: await readLabel() }));
  return info;
}

async function readPermission(): Promise<MicrophoneInfo['permission']> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    // Not every browser knows this permission by name.
    return 'unknown';
  }
}

async function readLabel(): Promise<string | null> {
  // A page that is not secure (http on another machine's address) has no devices at all.
  if (!isSecureContext) return null;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const inputs = devices.filter(({ kind }) => kind === 'audioinput');
  const used = inputs.find(({ deviceId }) => deviceId === 'default') ?? inputs[0];
  const label = used?.label ?? '';
  return label === '' ? null : label;
}
