import { resolve } from 'node:path';
import { git, prepareRelease, ReleaseError } from './prepare-release.js';

const usage = `npm run release -- <version>

Gives every package the version, writes what was done since the last release on top of CHANGELOG.md, commits both and
tags the commit. Nothing is pushed.`;

const root = resolve(import.meta.dirname, '../..');
const [version] = process.argv.slice(2);

if (version === undefined || version === '--help') {
  console.log(usage);
  process.exit(version === undefined ? 2 : 0);
}
try {
  const files = prepareRelease(root, version, new Date().toISOString().slice(0, 10));
  git(root, 'add', '--', ...files);
  git(root, 'commit', '--quiet', '--message', `Release ${version}`);
  git(root, 'tag', `v${version}`);
  console.log(`Committed and tagged v${version}. To publish it: git push --follow-tags`);
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
