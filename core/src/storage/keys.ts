/** Everything of a session lies below this prefix. It ends in `/`, so that no other id can begin with it. */
export function sessionPrefix(sessionId: string): string {
  return `${sessionId}/`;
}

/** The hash is part of the key, so that no race can put other bytes in the place of acknowledged ones. */
export function segmentKey(sessionId: string, sequence: number, sha256: string): string {
  return `${sessionId}/segments/${sequence}.${sha256}`;
}

/** Where one finalisation stages a file before it is published; never shared by two finalisations. */
export function stagedKey(sessionId: string, epoch: number, fileName: string): string {
  return `${sessionId}/.e${epoch}/${fileName}`;
}

/** Everything that one finalisation staged. */
export function stagedPrefix(sessionId: string, epoch: number): string {
  return `${sessionId}/.e${epoch}/`;
}

/** The fixed name at which consumers of the data read a finished file. */
export function publishedKey(sessionId: string, fileName: string): string {
  return `${sessionId}/${fileName}`;
}

/** A part of a key: it names a file or folder everywhere, and cannot lead out of one. */
const keyPart = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}$/;

/** @throws when `key` is not one that this file could have made: a fault of ours, never of a caller. */
export function checkKey(key: string): void {
  if (!key.split('/').every((part) => keyPart.test(part))) {
    throw new Error(`${JSON.stringify(key)} is no key of the content store.`);
  }
}

/** @throws unless `prefix` is a key that ends in `/`. */
export function checkPrefix(prefix: string): void {
  if (!prefix.endsWith('/')) throw new Error(`The prefix ${JSON.stringify(prefix)} does not end in "/".`);
  checkKey(prefix.slice(0, -1));
}
