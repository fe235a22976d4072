import { outliveReader } from './outlive-reader.js';
import { runCli } from './run-cli.js';

outliveReader();
process.exitCode = await runCli(process.argv.slice(2));
