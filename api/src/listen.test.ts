import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { listen } from './listen.js';

const folder = await mkdtemp(path.join(tmpdir(), 'recital-listen-'));
const servers: Server[] = [];

function server(): Server {
  const made = createServer();
  servers.push(made);
  return made;
}

function closed(one: Server): Promise<void> {
  return new Promise((resolve) => one.close(() => resolve()));
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(closed));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (port: number | string) => ({
  host: '127.0.0.1',
  port,
  publicUrl: '',
  trustedProxies: [],
  corsAllowOrigins: [],
});

it('listens on a port, and says in a sentence when it is taken', async () => {
  const first = server();
  await listen(first, at(0));
  const { port } = first.address() as AddressInfo;
  await expect(listen(server(), at(port))).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken by another program. End that one, or set PORT to another value.`,
  );
});

it('listens on a socket, and takes over the file that a killed process left behind', async () => {
  const socket = path.join(folder, 'api.sock');
  const killed = createServer();
  await listen(killed, at(path.join(folder, 'killed.sock')));
  await rename(path.join(folder, 'killed.sock'), socket);
  await closed(killed);

  await listen(server(), at(socket));
  await expect(listen(server(), at(socket))).rejects.toThrow(
    `The socket ${socket} is taken by another program.`,
  );
});

it('says in a sentence what this machine does not allow', async () => {
  await expect(listen(server(), { ...at(0), host: '203.0.113.1' })).rejects.toThrow(
    /cannot be used .* Set HOST and PORT/,
  );
  await expect(listen(server(), at('/nowhere/at/all/api.sock'))).rejects.toThrow(
    /^The socket .* cannot be used/,
  );
});
