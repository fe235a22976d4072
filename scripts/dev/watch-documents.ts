import { join } from 'node:path';
import { generatedFiles, writeStaleFiles } from '../codegen/generated-files.js';
import { root } from '../start/stack-plan.js';
import { watchFolders } from './watch-folders.js';

// A child of the supervisor that keeps the typed composables true to the .graphql files.

const folders = ['web-recorder', 'web-admin'].map((name) => join(root, name, 'src'));

async function generate(): Promise<void> {
  try {
    await writeStaleFiles(root, await generatedFiles(root));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

await generate();
watchFolders(folders, /\.graphql$/, () => void generate());
process.once('disconnect', () => process.exit(0));
// Watching alone does not keep a process alive; its channel to the supervisor does.
process.on('message', () => undefined);
process.send?.({ type: 'ready' });
