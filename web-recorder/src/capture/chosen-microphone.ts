/** A microphone as the browser knows it on this device. */
export interface ChosenMicrophone {
  deviceId: string;
  /** What the system calls it, to be named when it is not there */
  label: string;
}

const STORAGE_KEY = 'recital-microphone';

/** The microphone that was chosen on this device; null: whichever the system offers first. */
export function chosenMicrophone(): ChosenMicrophone | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
    return isChoice(stored) ? { deviceId: stored.deviceId, label: stored.label } : null;
  } catch {
    // Another program's or an old version's value.
    return null;
  }
}

/** Remembers a choice for the next recording; null leaves it to the system again. */
export function chooseMicrophone(microphone: ChosenMicrophone | null): void {
  if (microphone) localStorage.setItem(STORAGE_KEY, JSON.stringify(microphone));
  else localStorage.removeItem(STORAGE_KEY);
}

function isChoice(value: unknown): value is ChosenMicrophone {
  const choice = value as Partial<ChosenMicrophone> | null;
  return typeof choice?.deviceId === 'string' && typeof choice.label === 'string';
}
