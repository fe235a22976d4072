import { parseArgs } from 'node:util';
import basicSsl from '@vitejs/plugin-basic-ssl';
import { createServer, type InlineConfig } from 'vite';

// The hot-reloading server of one web app, as a child of the supervisor. Its working folder is the app's.
const { values } = parseArgs({ options: { certificate: { type: 'string' } } });
const server = await createServer({
  root: process.cwd(),
  logLevel: 'warn',
  clearScreen: false,
  ...(values.certificate === undefined ? {} : reachableByPhones(values.certificate)),
});
await server.listen();
process.send?.({ type: 'ready' });

const stop = () => void server.close().finally(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);

/** @param folder - keeps the certificate, so that a phone that was told to believe it is asked once a month. */
function reachableByPhones(folder: string): InlineConfig {
  return { plugins: [basicSsl({ certDir: folder })], server: { host: '0.0.0.0' } };
}
