import { inject, type InjectionKey } from 'vue';
import type { UnsentRecitals } from '../upload/use-unsent-recitals';

/** The one uploader of the app: SignedInGate makes it, so that sending goes on on every page. */
export const unsentRecitalsKey: InjectionKey<UnsentRecitals> = Symbol('unsent recitals');

/** What the speaker has left on this device; only below SignedInGate. */
export function useLeftOnDevice(): UnsentRecitals {
  const unsent = inject(unsentRecitalsKey);
  if (!unsent) throw new Error('useLeftOnDevice() needs SignedInGate above it');
  return unsent;
}
