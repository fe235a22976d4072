import { watch } from 'node:fs';

/** An editor that saves several files, or one file in several steps, makes one change. */
const settleMs = 150;

/** What a server process is made of. */
export const serverSources = /(?<!\.test)\.(ts|json|sql)$/;

/**
 * Calls back after files below the folders have changed.
 * @param names those that count
 * @returns stops watching
 */
export function watchFolders(folders: readonly string[], names: RegExp, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true, persistent: false }, (_event, name) => {
      if (name === null || !names.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, settleMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
