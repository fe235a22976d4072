import type { Drawing } from './icons';

/** Drawings that pages bring along which nobody meets before a recital. */
export const dice: Drawing = {
  path: 'M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8.5 8.5v.1M15.5 8.5v.1M12 12v.1M8.5 15.5v.1M15.5 15.5v.1',
};
export const pencil: Drawing = { path: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3' };
export const archive: Drawing = { path: 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4' };
export const undo: Drawing = { path: 'M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12h-2', directional: true };
