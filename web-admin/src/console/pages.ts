import type { IconName } from '@crowd-recital/ui/icon/icons.ts';
import type { Shortcut } from '../keyboard/shortcuts';
import type { ConsoleIconName } from './console-icons';

/**
 * The pages of the menu in its order. Each has the name of its route, which is also its shortcut and the key of its
 * words (`<name>.title`). Only what is finished stands here.
 */
export const pages = [
  { name: 'people', icon: 'person' },
  { name: 'recordings', icon: 'waveform' },
] as const satisfies readonly { name: Shortcut; icon: IconName | ConsoleIconName }[];
