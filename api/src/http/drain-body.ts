import type { IncomingMessage } from 'node:http';

/** Bytes that a refused request may still send before its connection is cut. */
const patience = 16 * 1024 * 1024;

/**
 * Reads and forgets what is left of a body. A server that answers and closes while the client still sends makes
 * the client see a broken connection instead of the answer; what nobody reads keeps the connection from the next
 * request.
 */
export function drainBody(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  let left = patience;
  request.unpipe();
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
