import { createServer } from 'vite';

/** The hot-reloading server of one web app, as a child of the supervisor. Its working folder is the app's. */
const server = await createServer({ root: process.cwd(), logLevel: 'warn', clearScreen: false });
await server.listen();
process.send?.({ type: 'ready' });

const stop = () => void server.close().finally(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
