import type { UserGroup } from './user.entity.js';

/** Who asks, and with which rights. */
export interface Viewer {
  readonly id: string;
  readonly group: UserGroup | null;
}
