import { publishedFiles, type Artifact, type FinishedArtifacts } from '../session/finished-artifacts.js';
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
  const { artifacts, staged, earlyMain } = session;
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
    // Finished files take its place; the release before this one does not empty the column then.
    ...(earlyMain && !artifacts
      ? [named(stagedKey(session.id, earlyMain.epoch, earlyMain.main.fileName), earlyMain.main)]
      : []),
    ...(staged ? stagedFiles(session.id, staged.artifacts) : []),
    ...(artifacts ? stagedFiles(session.id, artifacts) : []),
    ...filesAtFixedNames(session, leaseHeld),
  ];
}

/**
 * The fixed names are for those that somebody keeps. While a worker publishes anew they are neither the old ones nor
 * yet the new ones; those of one that was kept just now may not be there yet; and a manifest that is to tell what
 * reviewers said may tell it already.
 */
function filesAtFixedNames(session: SessionFacts['session'], leaseHeld: boolean): NamedObject[] {
  const { artifacts, kept, finalisedVersion, contentVersion } = session;
  if (!artifacts || !kept || leaseHeld) return [];
  const required = finalisedVersion === contentVersion;
  return publishedFiles(artifacts)
    .filter(({ name }) => name !== 'manifest' || !awaitsReview(session))
    .map((file) => ({ ...named(publishedKey(session.id, file.fileName), file), required }));
}

function stagedFiles(sessionId: string, { epoch, files, reviewed }: FinishedArtifacts): NamedObject[] {
  const all = Object.values(files).map((file) => named(stagedKey(sessionId, epoch, file.fileName), file));
  if (reviewed) all.push(named(stagedKey(sessionId, reviewed.epoch, reviewed.fileName), reviewed));
  return all;
}

function named(key: string, { byteLength, sha256 }: Artifact): NamedObject {
  return { key, byteLength, sha256, required: true };
}

function awaitsReview({ reviewVersion, reviewPublishedVersion }: SessionFacts['session']): boolean {
  return reviewPublishedVersion < reviewVersion;
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
  if (name === 'manifest.json' && awaitsReview(session)) return true;
  return isFixedName && session.finalisedVersion < session.contentVersion;
}
