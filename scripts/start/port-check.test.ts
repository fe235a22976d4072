import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkPort } from './port-check.js';

let server: Server | null = null;

async function listen(host: string): Promise<number> {
  server = createServer().listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  server?.close();
  server = null;
});

test('a taken port is named, with a free one to use instead and the command', async () => {
  const port = await listen('127.0.0.1');
  const failure = await checkPort('127.0.0.1', port, 'npm start').catch((error: unknown) => String(error));
  expect(failure).toMatch(`Port ${port} of 127.0.0.1 is taken by another program.`);
  const advised = Number(/PORT=(\d+) npm start/.exec(failure ?? '')?.[1]);
  expect(advised).toBeGreaterThan(port);
  await expect(checkPort('127.0.0.1', advised, 'npm start')).resolves.toBeUndefined();
});

test('a port that is taken only for the other meaning of localhost counts as taken', async () => {
  const port = await listen('::1');
  await expect(checkPort('127.0.0.1', port, 'npm start')).rejects.toThrow('is taken');
});

test('a free port passes', async () => {
  const port = await listen('127.0.0.1');
  server?.close();
  await expect(checkPort('127.0.0.1', port, 'npm start')).resolves.toBeUndefined();
});
