import { watch } from 'node:fs';

/** An editor that saves several files, or one file in several steps, makes one change. */
const settleMs = 150;

const sources = /(?<!\.test)\.(ts|json|sql)$/;

/**
 * Calls back after sources below the folders have changed.
 * @returns stops watching
 */
export function watchFolders(folders: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true, persistent: false }, (_event, name) => {
      if (name === null || !sources.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, settleMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
