// @ts-check
// Stands in for the API or the jobs where the supervisor itself is tested: serves or idles, drains, ends.
import { createServer } from 'node:http';

const [port, drainMs] = process.argv.slice(2).map(Number);
const server = createServer((_request, response) => response.end('ready'));

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  process.stdout.write(`${JSON.stringify({ level: 40, msg: 'draining' })}\n`);
  setTimeout(() => process.exit(0), drainMs);
}

process.on('SIGTERM', stop);
process.on('disconnect', stop);
process.stdout.write(`${JSON.stringify({ level: 30, msg: 'not for the terminal' })}\n`);
server.listen(port, '127.0.0.1', () => process.send?.({ type: 'ready' }));
