import { createHash } from 'node:crypto';
import type { ContentStore, StoredObject } from '../storage/content-store.js';
import { sessionPrefix } from '../storage/keys.js';
import type { Finding } from './finding.js';
import { isExpectedRemainder, namedObjects, type NamedObject } from './named-objects.js';
import type { SessionFacts } from './session-facts.js';

/** How objects are compared. */
export interface ObjectChecks {
  readonly store: ContentStore;
  /** True: every byte is read. */
  readonly verifyHashes: boolean;
  /** Objects that no row names and that are younger than this may be on their way in. */
  readonly graceSeconds: number;
}

/** Compares the rows of a session with its objects, both ways. */
export async function checkObjects(facts: SessionFacts, checks: ObjectChecks): Promise<Finding[]> {
  const { session } = facts;
  // A disavowed session is being deleted: any state between everything and nothing is right.
  if (session.disavowed && session.status !== 'discarded') return [];
  const stored = await storedObjects(checks.store, session.id);
  if (session.status === 'discarded') {
    return [...stored.keys()].map((key) => ({
      kind: 'not-deleted',
      subject: key,
      detail: 'Its session was discarded; delete it.',
    }));
  }
  const { kind, earlier } = checks.store;
  const elsewhere = session.artifacts && ![kind, earlier].includes(session.artifacts.store);
  if (elsewhere) {
    return [
      {
        kind: 'row-inconsistent',
        subject: session.id,
        detail: `Its files lie in another kind of store (${session.artifacts?.store}) than this one.`,
      },
    ];
  }
  const named = namedObjects(facts);
  const findings: Finding[] = [];
  for (const object of named) findings.push(...(await checkNamed(object, stored.get(object.key), checks)));
  const names = new Set(named.map(({ key }) => key));
  for (const object of stored.values()) {
    if (!names.has(object.key) && !isExpectedRemainder(facts, object.key) && isOld(object, checks)) {
      findings.push(unknownObject(object));
    }
  }
  if (checks.verifyHashes && findings.length === 0)
    findings.push(...(await checkSourceHash(facts, checks.store)));
  return findings;
}

/** The finding for an object that no row names. */
export function unknownObject({ key, byteLength }: StoredObject): Finding {
  return { kind: 'object-unknown', subject: key, detail: `No row names these ${byteLength} bytes.` };
}

/** True when nobody can still be about to write the row of an object. */
export function isOld({ modifiedAt }: StoredObject, { graceSeconds }: ObjectChecks): boolean {
  return modifiedAt.getTime() <= Date.now() - graceSeconds * 1_000;
}

async function storedObjects(store: ContentStore, sessionId: string): Promise<Map<string, StoredObject>> {
  const objects = new Map<string, StoredObject>();
  for await (const object of store.list(sessionPrefix(sessionId))) objects.set(object.key, object);
  return objects;
}

async function checkNamed(
  { key, byteLength, sha256, required }: NamedObject,
  stored: StoredObject | undefined,
  { store, verifyHashes }: ObjectChecks,
): Promise<Finding[]> {
  if (stored === undefined) {
    return required
      ? [{ kind: 'object-missing', subject: key, detail: 'A row names it; it is not there.' }]
      : [];
  }
  if (stored.byteLength !== byteLength) {
    const detail = `It has ${stored.byteLength} bytes, its row says ${byteLength}.`;
    return [{ kind: 'object-differs', subject: key, detail }];
  }
  if (verifyHashes && (await hashOf(store, [key])) !== sha256) {
    return [{ kind: 'object-differs', subject: key, detail: 'Its SHA-256 is not the one its row says.' }];
  }
  return [];
}

/** The source of a finished session has to be its segments, one after the other, as long as they are there. */
async function checkSourceHash({ session, segments }: SessionFacts, store: ContentStore): Promise<Finding[]> {
  const finished = session.artifacts && session.finalisedVersion === session.contentVersion;
  if (!finished || session.segmentsDeletedAt) return [];
  const hash = await hashOf(
    store,
    segments.map(({ storageKey }) => storageKey),
  );
  return hash === session.artifacts?.files.source.sha256
    ? []
    : [
        {
          kind: 'source-differs',
          subject: session.id,
          detail: 'Its source does not hash like its segments.',
        },
      ];
}

async function hashOf(store: ContentStore, keys: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const key of keys) {
    for await (const chunk of await store.get(key)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
