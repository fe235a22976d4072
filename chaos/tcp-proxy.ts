import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { NetworkFault } from './fault-plan.js';

/** A way to the API on which things go wrong. One connection carries one request. */
export interface TcpProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Where the connections lead, and what happens to the next one. */
export interface ProxyOptions {
  readonly ports: readonly number[];
  /** Asked once for each connection. */
  readonly nextFault: () => NetworkFault | undefined;
}

const headEnd = '\r\n\r\n';

/** Starts the proxy on a free port of 127.0.0.1. */
export async function startTcpProxy({ ports, nextFault }: ProxyOptions): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((speaker) => {
    turn += 1;
    const api = connect(ports[turn % ports.length] ?? 0, '127.0.0.1');
    for (const socket of [speaker, api]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        speaker.destroy();
        api.destroy();
      });
    }
    void carry(speaker, api, nextFault());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function carry(speaker: Socket, api: Socket, fault: NetworkFault | undefined): Promise<void> {
  if (fault?.kind === 'cut' && fault.stage === 'on-connect') {
    destroy(speaker, api);
    return;
  }
  if (fault?.kind === 'stalled-connection') await wait(fault.milliseconds);
  let request = Buffer.alloc(0);
  speaker.on('data', (chunk) => {
    const before = request.length;
    request = Buffer.concat([request, chunk]);
    const { bytes, cut } = upwards(request, before, fault);
    if (bytes.length > 0) api.write(bytes);
    if (cut) setTimeout(() => destroy(speaker, api), 5);
  });
  api.on('data', (chunk) => {
    if (fault?.kind === 'cut' && fault.stage === 'before-the-answer') return destroy(speaker, api);
    if (fault?.kind === 'cut' && fault.stage === 'in-the-answer') {
      speaker.write(chunk.subarray(0, chunk.length / 2), () => destroy(speaker, api));
      return;
    }
    speaker.write(fault?.kind === 'flipped-byte-down' ? flipped(chunk, chunk.length - 12) : chunk);
  });
}

/** What goes on to the API of the bytes that came since `before`, and whether the connection ends there. */
function upwards(
  request: Buffer,
  before: number,
  fault: NetworkFault | undefined,
): { readonly bytes: Buffer; readonly cut: boolean } {
  const fresh = request.subarray(before);
  const head = request.indexOf(headEnd);
  if (fault === undefined || head < 0) {
    const inHead = fault?.kind === 'cut' && fault.stage === 'in-the-head';
    return inHead ? { bytes: fresh.subarray(0, 20), cut: true } : { bytes: fresh, cut: false };
  }
  const bodyStart = head + headEnd.length;
  const length = Number(/content-length: (\d+)/i.exec(request.toString('latin1', 0, head))?.[1] ?? 0);
  if (fault.kind === 'cut') {
    const place = {
      'in-the-head': Math.floor(head / 2),
      'after-the-head': bodyStart,
      'in-the-body': bodyStart + Math.floor(length / 2),
      'before-the-last-byte': bodyStart + length - 1,
    }[fault.stage as string];
    if (place === undefined || request.length < place) return { bytes: fresh, cut: false };
    return { bytes: request.subarray(before, Math.max(before, place)), cut: true };
  }
  // Far enough from the end to lie in the audio, which is the last part and longer than this.
  const place = bodyStart + length - 400;
  if (fault.kind === 'flipped-byte-up' && before <= place && place < request.length) {
    return { bytes: flipped(fresh, place - before), cut: false };
  }
  return { bytes: fresh, cut: false };
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}

function destroy(...sockets: Socket[]): void {
  for (const socket of sockets) socket.destroy();
}
