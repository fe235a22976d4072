import type { FinishedArtifacts } from '../session/finished-artifacts.js';
import { publishedKey, stagedKey } from '../storage/keys.js';
import type { SessionFacts } from './session-facts.js';

/** An object that a row names, and what the row says of it. */
export interface NamedObject {
  readonly key: string;
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
  /** False: it may be gone. */
  readonly required: boolean;
}

/** Every object that the rows of a session name. */
export function namedObjects({ session, leaseHeld, segments, setAside }: SessionFacts): NamedObject[] {
  const segmentsMayBeGone = Boolean(session.segmentsDeletedAt);
  const { artifacts, staged } = session;
  return [
    ...segments.map(({ storageKey: key, byteLength, sha256, sourceOffset }) => ({
      key,
      byteLength,
      sha256,
      // Its bytes lie in the source then.
      required: !(segmentsMayBeGone && typeof sourceOffset === 'number'),
    })),
    ...setAside.map(({ storageKey: key, byteLength, sha256 }) => ({
      key,
      byteLength,
      sha256,
      required: true,
    })),
    ...(!staged
      ? []
      : filesOf(staged.artifacts, (name) => stagedKey(session.id, staged.artifacts.epoch, name))),
    ...(!artifacts ? [] : filesOf(artifacts, (name) => stagedKey(session.id, artifacts.epoch, name))),
    ...publishedFiles(session, leaseHeld),
  ];
}

/**
 * The fixed names are for those that somebody keeps. While a worker publishes anew they are neither the old ones nor
 * yet the new ones; and those of one that was kept just now may not be there yet.
 */
function publishedFiles(session: SessionFacts['session'], leaseHeld: boolean): NamedObject[] {
  const { artifacts, kept, finalisedVersion, contentVersion } = session;
  if (!artifacts || !kept || leaseHeld) return [];
  const required = finalisedVersion === contentVersion;
  return filesOf(artifacts, (name) => publishedKey(session.id, name)).map((file) => ({ ...file, required }));
}

function filesOf(artifacts: FinishedArtifacts, keyOf: (fileName: string) => string): NamedObject[] {
  return Object.values(artifacts.files).map(({ fileName, byteLength, sha256 }) => ({
    key: keyOf(fileName),
    byteLength,
    sha256,
    required: true,
  }));
}

/**
 * True for an object that no row names and that is no surprise: what any finalisation so far staged (a later job
 * deletes it), and fixed names while content waits to be finalised (a worker may have ended between publishing and
 * its commit).
 */
export function isExpectedRemainder({ session }: SessionFacts, key: string): boolean {
  const name = key.slice(session.id.length + 1);
  const epoch = /^\.e(\d+)\//.exec(name)?.[1];
  if (epoch !== undefined) return Number(epoch) <= session.epoch;
  const isFixedName = /^(?:(?:source|main|light)\.audio\.[a-z0-9]+|transcript\.vtt|manifest\.json)$/.test(
    name,
  );
  return isFixedName && session.finalisedVersion < session.contentVersion;
}
