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
