import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release cannot be made; the message says why. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}

interface Package {
  version: string;
  workspaces?: string[];
}

interface Lock {
  version: string;
  packages: Record<string, { version?: string }>;
}

/**
 * Gives every package, the lock file and the Kubernetes manifests a new version, and puts what was done since the last
 * release on top of CHANGELOG.md. Commits nothing.
 * @param version - such as 1.2.0; higher than the one that is there.
 * @param today - such as 2026-11-23.
 * @returns the files that were changed, relative to `root`.
 * @throws ReleaseError
 */
export function prepareRelease(root: string, version: string, today: string): string[] {
  const { version: before, workspaces = [] } = readJson(root, 'package.json') as Package;
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new ReleaseError(`${version} is no version. It has three numbers, such as 1.2.0.`);
  }
  if (compare(version, before) <= 0) throw new ReleaseError(`${version} does not come after ${before}.`);
  if (git(root, 'status', '--porcelain') !== '') {
    throw new ReleaseError('There are changes that are not committed. Commit them, or put them away.');
  }
  const changes = changesSince(root, `v${before}`);
  const packages = ['package.json', ...workspaces.map((folder) => join(folder, 'package.json'))];
  for (const file of packages) {
    // Only the one line changes: the files stay as their authors laid them out.
    replace(root, file, /^( {2}"version": )"[^"]*"/m, `$1"${version}"`);
  }
  changeLock(root, workspaces, version);
  replace(root, 'deploy/kubernetes/kustomization.yaml', /^( +newTag: ).*$/m, `$1${version}`);
  writeChangelog(root, `## ${version} (${today})\n\n${changes.map((line) => `- ${line}\n`).join('')}`);
  return [...packages, 'package-lock.json', 'deploy/kubernetes/kustomization.yaml', 'CHANGELOG.md'];
}

function changeLock(root: string, workspaces: readonly string[], version: string): void {
  const lock = readJson(root, 'package-lock.json') as Lock;
  lock.version = version;
  for (const key of ['', ...workspaces]) {
    const entry = lock.packages[key];
    if (entry !== undefined) entry.version = version;
  }
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
}

/** Subjects of the commits since a tag, or of all where it is not there; the oldest first. */
function changesSince(root: string, tag: string): string[] {
  const known = git(root, 'tag', '--list', tag) !== '';
  const range = known ? [`${tag}..HEAD`] : [];
  const subjects = git(root, 'log', '--no-merges', '--reverse', '--format=%s', ...range);
  return subjects.split('\n').filter((subject) => subject !== '');
}

const title = '# Changelog\n';

function writeChangelog(root: string, section: string): void {
  const file = join(root, 'CHANGELOG.md');
  const rest = existsSync(file) ? readFileSync(file, 'utf8').replace(title, '') : '';
  writeFileSync(file, `${title}\n${section}${rest}`);
}

function replace(root: string, file: string, pattern: RegExp, by: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!pattern.test(text)) throw new ReleaseError(`${file} names no version.`);
  writeFileSync(join(root, file), text.replace(pattern, by));
}

function readJson(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

export function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

/** Above zero when the first comes after the second. */
function compare(a: string, b: string): number {
  const [ours, theirs] = [a, b].map((version) => version.split('.').map(Number));
  for (const [index, number] of (ours ?? []).entries()) {
    const difference = number - (theirs?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
