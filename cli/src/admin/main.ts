import { outliveReader } from '../outlive-reader.js';
import { runAdmin } from './run-admin.js';

outliveReader();
process.exitCode = await runAdmin(process.argv.slice(2));
