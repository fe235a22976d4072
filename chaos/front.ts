import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands before the APIs and tells nobody that one of them is away. */
export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Leads each connection to one of the APIs in turn, and to the next one where it is refused, as nginx does: what no API
 * has taken yet can go to another one.
 */
export async function startFront(ports: readonly number[]): Promise<Front> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((speaker) => {
    turn += 1;
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0);
    keep(speaker);
    lead(speaker, order);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function keep(socket: Socket): void {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  }

  function lead(speaker: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined) {
      speaker.destroy();
      return;
    }
    const api = connect(port, '127.0.0.1');
    keep(api);
    let connected = false;
    api.once('connect', () => {
      connected = true;
      speaker.pipe(api);
      api.pipe(speaker);
    });
    api.once('close', () => {
      if (connected) speaker.destroy();
      else lead(speaker, others);
    });
    speaker.once('close', () => api.destroy());
  }

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
