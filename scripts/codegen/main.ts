import { join, resolve } from 'node:path';
import { runCommand } from '../processes/run-command.js';
import { typescriptCommand } from '../processes/typescript-command.js';
import { generatedFiles, staleFiles, writeStaleFiles } from './generated-files.js';

const root = resolve(import.meta.dirname, '../..');
const check = process.argv.includes('--check');

// The schema comes first: the clients are made from it.
const emit = typescriptCommand(join(root, 'api', 'src', 'emit-schema.ts'), check ? ['--check'] : []);
const { ok, output } = await runCommand(emit, { name: 'emit-schema', cwd: join(root, 'api') });
if (output.trim() !== '') console.log(output.trim());

const files = await generatedFiles(root);
const stale = check ? await staleFiles(root, files) : await writeStaleFiles(root, files);
for (const path of stale) console.log(check ? `${path} is stale: run npm run codegen` : `written: ${path}`);
if (stale.length === 0) console.log('All other generated files are up to date.');
process.exit(ok && (!check || stale.length === 0) ? 0 : 1);
