// @ts-check
import { spawn } from 'node:child_process';

/** How often a run under npm looks whether npm still lives. */
const NPM_WATCH_MS = 500;

/**
 * Runs a TypeScript file by tsx and ends as it ends. The child holds an IPC channel to this process and can
 * tell by its closing that this process was killed.
 * @param {string} root the project's folder, where tsx finds its settings; the child's working folder
 * @param {string} entry
 * @param {string[]} args
 */
export function runTypeScript(root, entry, args) {
  const env = { ...process.env, INIT_CWD: process.env['INIT_CWD'] ?? process.cwd() };
  const child = spawn(
    process.execPath,
    ['--conditions=development', '--import', import.meta.resolve('tsx'), entry, ...args],
    { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  // A terminal sends Ctrl-C to the whole group, a process manager only to npm or to this process: passing
  // it on covers both, and the child takes what comes twice at once as one.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  stopWithNpm(child);
  child.on('exit', (code, signal) => {
    if (signal === null) return process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * A killed npm leaves its script running with nobody to end it.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithNpm(child) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, NPM_WATCH_MS);
  watch.unref();
}
