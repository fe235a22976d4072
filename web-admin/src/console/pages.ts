import type { RouteLocationNormalizedLoaded } from 'vue-router';
import type { IconName } from '@crowd-recital/ui/icon/icons.ts';
import type { Shortcut } from '../keyboard/shortcuts';
import type { ConsoleIconName } from './console-icons';

/**
 * The pages of the menu in its order. Each has the name of its route, which is also its shortcut and the key of its
 * words (`<name>.title`). Only what is finished stands here.
 */
export const pages = [
  { name: 'overview', icon: 'chart' },
  { name: 'people', icon: 'person' },
  { name: 'recordings', icon: 'waveform' },
  { name: 'review', icon: 'check' },
  { name: 'texts', icon: 'book' },
  { name: 'jobs', icon: 'queue' },
  { name: 'audit', icon: 'ledger' },
  { name: 'settings', icon: 'sliders' },
] as const satisfies readonly { name: Shortcut; icon: IconName | ConsoleIconName }[];

/** The page of the menu that an address belongs to. */
export function menuPageOf({
  name,
  meta,
}: RouteLocationNormalizedLoaded): (typeof pages)[number] | undefined {
  return pages.find((page) => page.name === (meta.menu ?? name));
}
