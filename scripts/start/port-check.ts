import { createServer } from 'node:net';
import { StartError } from './start-error.js';

/**
 * Makes sure that a server can listen there.
 * @param command what the person typed, for the advice to be right
 * @throws StartError that names the port and says how to choose another
 */
export async function checkPort(host: string, port: number, command: string): Promise<void> {
  const fault = (await tryToListen(host, port)) ?? (await takenOnOtherLoopback(host, port));
  if (fault === null) return;
  if (fault !== 'EADDRINUSE') {
    throw new StartError(`Port ${port} of ${host} cannot be used (${fault}). Choose another HOST or PORT.`);
  }
  throw new StartError(
    `Port ${port} of ${host} is taken by another program. Stop that one, or choose another port: ` +
      `PORT=${await nextFreePort(host, port)} ${command}`,
  );
}

/** A browser may take `localhost` for [::1] and would then meet the other program. */
async function takenOnOtherLoopback(host: string, port: number): Promise<string | null> {
  if (host !== '127.0.0.1') return null;
  return (await tryToListen('::1', port)) === 'EADDRINUSE' ? 'EADDRINUSE' : null;
}

async function nextFreePort(host: string, port: number): Promise<number> {
  for (let next = port + 1; next < 65_536; next += 1) {
    if ((await tryToListen(host, next)) === null) return next;
  }
  return 8_001;
}

/** @returns null when it works, else the system's name for the fault */
function tryToListen(host: string, port: number): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host, port, exclusive: true, ipv6Only: host === '::1' }, () =>
      server.close(() => done(null)),
    );
  });
}
