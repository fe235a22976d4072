import { request } from 'node:http';
import type { TestServer } from './server.js';

/**
 * Posts a GraphQL body by any `Host`: fetch does not let a caller say another one.
 * @returns headers (as JSON) and body in one text.
 */
export function callWithHost(
  { url }: Pick<TestServer, 'url'>,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', host: 'localhost', ...headers } },
      (response) => {
        let text = JSON.stringify(response.headers);
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(text));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
