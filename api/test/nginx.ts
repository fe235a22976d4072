import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where Debian has it, which is on no ordinary user's PATH. */
const places = ['nginx', '/usr/sbin/nginx'];

/** @returns the program, or undefined where there is none. */
export function findNginx(): string | undefined {
  return places.find((place) => spawnSync(place, ['-v']).status === 0);
}

/** An nginx of a test's own. */
export interface Nginx {
  /** What it has logged until now, of requests and of faults. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts nginx with a folder of its own.
 * @param site - configuration, as it would lie in `conf.d`.
 * @param port - one of those that it listens on.
 */
export async function startNginx(
  program: string,
  { folder, site, port }: { readonly folder: string; readonly site: string; readonly port: number },
): Promise<Nginx> {
  await mkdir(folder, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${path.join(folder, kind)};`,
  );
  const main = path.join(folder, 'nginx.conf');
  await writeFile(
    main,
    `daemon off;
pid ${path.join(folder, 'pid')};
error_log ${path.join(folder, 'error.log')} warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
  access_log ${path.join(folder, 'access.log')};
  types { text/html html; text/javascript js; text/css css; }
  ${temporary.join('\n  ')}
  ${site}
}
`,
  );
  const child = spawn(program, ['-p', folder, '-c', main], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  while (!(await listens(port))) {
    if (child.exitCode !== null) {
      const log = await readFile(path.join(folder, 'error.log'), 'utf8').catch(() => '');
      throw new Error(`nginx ended: ${words}${log}`);
    }
    await wait(20);
  }
  return {
    async log() {
      const files = ['access.log', 'error.log'].map((name) => readFile(path.join(folder, name), 'utf8'));
      return (await Promise.all(files)).join('');
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
