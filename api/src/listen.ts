import { unlink } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { Config } from '@crowd-recital/core/config/config.js';

/** The address cannot be listened on; the message is for the operator. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Begins to listen on a port of a host, or on the path of a Unix domain socket. A socket's file that a killed
 * process left behind is taken over.
 * @throws ListenError
 */
export async function listen(server: Server, { host, port }: Config['http']): Promise<void> {
  const address = typeof port === 'number' ? { host, port } : { path: port };
  try {
    await tryListening(server, address);
  } catch (error) {
    if (typeof port !== 'string' || !isAddressTaken(error) || (await somebodyAnswers(port))) {
      throw describe(error, { host, port });
    }
    await unlink(port);
    await tryListening(server, address);
  }
}

function tryListening(
  server: Server,
  address: { host: string; port: number } | { path: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function somebodyAnswers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function isAddressTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function describe(error: unknown, { host, port }: Pick<Config['http'], 'host' | 'port'>): ListenError {
  const where = typeof port === 'number' ? `Port ${port} of ${host}` : `The socket ${port}`;
  const sentence = isAddressTaken(error)
    ? `${where} is taken by another program. End that one, or set PORT to another value.`
    : `${where} cannot be used (${error instanceof Error ? error.message : String(error)}). Set HOST and PORT to values that this machine allows.`;
  return new ListenError(sentence, { cause: error });
}
