import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the server answers to a request; `hang-up` breaks the connection off without a word. */
export type Answer =
  'hang-up' | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: string };

/** A request as it arrived. */
export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that gives the listed answers one after the other, the last one again and again. */
export async function startAnsweringServer(answers: readonly [Answer, ...Answer[]]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ headers: request.headers, body: body.toString('latin1') });
      const answer = answers[Math.min(received.length, answers.length) - 1];
      if (answer === undefined || answer === 'hang-up') return request.socket.destroy();
      return response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop: () => new Promise<unknown>((done) => server.close(done).closeAllConnections()),
  };
}
