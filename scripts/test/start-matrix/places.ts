import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

/** Where, as whom and with what rights the project is started. */
export interface Place {
  name: string;
  folder: string;
  home: string;
  path: string;
  user: { uid: number; gid: number } | null;
}

const userName = 'recital-matrix';
const { PATH = '' } = process.env;

/** Folders that this run made. */
const made: string[] = [];
let madeUser = false;

/** Those that this machine and account allow; as root all four. They are removed by `removePlaces`. */
export function findPlaces(): Place[] {
  const temporary = mkdtempSync(join(tmpdir(), 'start matrix '));
  made.push(temporary);
  const long = join(temporary, 'a folder with a long name '.repeat(5).trim(), 'crowd recital');
  const here = { home: homedir(), path: PATH, user: null };
  const places: Place[] = [{ name: 'path of >= 120 characters with spaces', folder: long, ...here }];
  if (process.getuid?.() !== 0) return places;

  const closed = mkdtempSync(join(homedir(), 'start-matrix-'));
  made.push(closed);
  return [
    { name: 'root in a closed home', folder: join(closed, 'project'), ...here },
    plainUser(),
    {
      name: 'root, no user namespaces',
      folder: join(closed, 'no-namespaces'),
      ...here,
      path: `${folderWithBrokenUnshare(temporary)}${delimiter}${PATH}`,
    },
    ...places,
  ];
}

function plainUser(): Place {
  const number = (option: string) =>
    Number(execFileSync('id', [option, userName], { stdio: 'pipe' }).toString());
  const home = join('/home', userName);
  if (!existsSync(home)) {
    execFileSync('useradd', ['--create-home', '--home-dir', home, userName]);
    madeUser = true;
  }
  chmodSync(home, 0o700);
  return {
    name: 'a plain user in a closed home',
    folder: join(mkdtempSync(join(home, 'start-matrix-')), 'project'),
    home,
    path: PATH,
    user: { uid: number('-u'), gid: number('-g') },
  };
}

/** Takes back all that `findPlaces` and the starts left. */
export function removePlaces(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  if (madeUser) execFileSync('userdel', ['--remove', userName], { stdio: 'ignore' });
}

/** As where containers forbid user namespaces. */
function folderWithBrokenUnshare(parent: string): string {
  const folder = join(parent, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return folder;
}

/** What a fresh clone does not have. */
const notCloned = new Set(['node_modules', 'dist', 'data', 'tmp', '.git']);

/**
 * Copies the project as a fresh clone would have it.
 * @param fresh leaves node_modules to `npm start`; else it is hard-linked
 */
export function copyProject(root: string, { folder, user }: Place, fresh: boolean): void {
  cpSync(root, folder, { recursive: true, filter: (source) => !notCloned.has(basename(source)) });
  if (!fresh) linkPackages(root, folder);
  if (user !== null) giveTo(dirname(folder), user);
}

/** Also the few packages that npm keeps inside a workspace. */
function linkPackages(root: string, folder: string): void {
  const copy = join(folder, 'node_modules');
  for (const workspace of ['.', ...readdirSync(folder)]) {
    const packages = join(root, workspace, 'node_modules');
    if (existsSync(packages)) execFileSync('cp', ['-al', packages, join(folder, workspace, 'node_modules')]);
  }
  for (const cache of ['.vite', '.vite-temp', '.cache'])
    rmSync(join(copy, cache), { recursive: true, force: true });
}

/** All but linked files, which would change their owner in the original too. */
function giveTo(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  const command = ['-links', '1', '-o', '-type', 'd', '-o', '-type', 'l'];
  execFileSync('find', [folder, '(', ...command, ')', '-exec', 'chown', '-h', `${uid}:${gid}`, '{}', '+']);
}
