import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { programOf, type Binaries } from './binaries.js';

/**
 * Under which account the server runs. PostgreSQL refuses to be root; `owner` is who must own its files.
 * - `self`: as we are, an ordinary user.
 * - `namespace`: we are root; in a user namespace of its own root is called 1000. The files stay root's.
 * - `other`: we are root and hand it to another existing user.
 */
export type Account =
  { kind: 'self'; owner: Owner } | { kind: 'namespace'; owner: Owner } | { kind: 'other'; owner: Owner };

export interface Owner {
  uid: number;
  gid: number;
}

const namespacePrefix: [string, ...string[]] = ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'];

/**
 * @param options.folder where the cluster wants to live (exists)
 * @param options.present owner of a cluster that is there already
 * @param options.projectOwner a non-root owner of the project can enter it, even in a closed home
 * @returns the first account that may enter folder and binaries; the last resort, `nobody`, may enter neither
 *   and needs both elsewhere
 */
export function chooseAccount(options: {
  binaries: Binaries;
  folder: string;
  present: Owner | null;
  projectOwner: Owner;
}): Account {
  const { binaries, folder, present, projectOwner } = options;
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (self.uid !== 0 || process.platform === 'win32') return { kind: 'self', owner: self };

  const nobody = findNobody();
  const fits = (owner: Owner) => mayEnter(owner, folder) && mayEnter(owner, binaries.folder);
  const candidates: (Owner | null)[] = [present, self, projectOwner];
  for (const owner of candidates) {
    if (owner === null || owner.uid === nobody.uid || !fits(owner)) continue;
    if (owner.uid !== 0) return { kind: 'other', owner };
    if (namespacesWork(binaries)) return { kind: 'namespace', owner };
  }
  return { kind: 'other', owner: nobody };
}

/** Command and spawn options that run `command` under the account. */
export function runAs(
  account: Account,
  [program, ...args]: readonly [string, ...string[]],
): { file: string; args: string[]; uid?: number; gid?: number } {
  if (account.kind === 'self') return { file: program, args };
  if (account.kind === 'other') return { file: program, args, ...account.owner };
  const [file, ...first] = namespacePrefix;
  return { file, args: [...first, program, ...args] };
}

/**
 * Whether a user without privileges may pass through every folder down to `path`.
 * Extra rights by access lists are not seen; that only costs a copy.
 */
export function mayEnter({ uid, gid }: Owner, path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid: ownerUid, gid: ownerGid } = statSync(folder);
    const bit = ownerUid === uid ? 0o100 : ownerGid === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Containers often forbid user namespaces; only a try can tell. */
function namespacesWork(binaries: Binaries): boolean {
  const [file, ...args] = [...namespacePrefix, programOf(binaries, 'postgres'), '--version'];
  return spawnSync(file, args, { stdio: 'ignore', cwd: '/' }).status === 0;
}

function findNobody(): Owner {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return line === null ? { uid: 65534, gid: 65534 } : { uid: Number(line[1]), gid: Number(line[2]) };
}
