import type { EntityManager } from '@mikro-orm/postgresql';
import type { ContentStore } from '../storage/content-store.js';
import { checkObjects, isOld, unknownObject, type ObjectChecks } from './check-objects.js';
import { checkOverdue } from './check-overdue.js';
import { checkRows } from './check-rows.js';
import { checkTotals } from './check-totals.js';
import type { Finding } from './finding.js';
import { readSessionFacts } from './session-facts.js';

/** What to compare, and how closely. */
export interface FsckOptions {
  readonly em: EntityManager;
  readonly store: ContentStore;
  /** True: every stored byte is read. Default: lengths only. */
  readonly verifyHashes?: boolean;
  /** Younger objects without a row may be on their way in. Default: 15 min, longer than any upload. */
  readonly graceSeconds?: number;
  /** Work that waits longer than this is reported. Default: 1 h. */
  readonly overdueSeconds?: number;
  /** Hears how far it is: sessions looked at, and how many there are. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Compares rows, segments and stored objects both ways, and the kept totals with the sessions. Changes nothing.
 * May run beside a working system: what does not match at first sight is looked at again before it is reported.
 * @returns what does not match; empty when all is well.
 */
export async function fsck({
  em,
  store,
  verifyHashes = false,
  graceSeconds = 900,
  overdueSeconds = 3_600,
  onProgress,
}: FsckOptions): Promise<Finding[]> {
  const checks: ObjectChecks = { store, verifyHashes, graceSeconds };
  const sessions = await em.execute<{ id: string }[]>('select id from recital_sessions order by id');
  const findings: Finding[] = [];
  for (const [index, { id }] of sessions.entries()) {
    findings.push(...(await confirmed(() => checkSession(em, id, checks))));
    onProgress?.(index + 1, sessions.length);
  }
  findings.push(...(await confirmed(() => checkUnknownFolders(em, checks))));
  findings.push(...(await confirmed(() => checkTotals(em))));
  findings.push(...(await confirmed(() => checkOverdue(em, overdueSeconds))));
  return findings;
}

/** Only what is found twice in a row: between two looks at a living system anything may have moved on. */
async function confirmed(check: () => Promise<Finding[]>): Promise<Finding[]> {
  const first = await check();
  if (first.length === 0) return [];
  const again = new Set((await check()).map(identity));
  return first.filter((finding) => again.has(identity(finding)));
}

function identity({ kind, subject, detail }: Finding): string {
  return [kind, subject, detail].join('\n');
}

async function checkSession(em: EntityManager, sessionId: string, checks: ObjectChecks): Promise<Finding[]> {
  const facts = await readSessionFacts(em, sessionId);
  if (facts === undefined) return [];
  return [...checkRows(facts), ...(await checkObjects(facts, checks))];
}

/** Objects below a prefix that is no session's. */
async function checkUnknownFolders(em: EntityManager, checks: ObjectChecks): Promise<Finding[]> {
  const known = new Set(
    (await em.execute<{ id: string }[]>('select id from recital_sessions')).map(({ id }) => id),
  );
  const findings: Finding[] = [];
  for await (const object of checks.store.list('')) {
    const [folder = ''] = object.key.split('/', 1);
    if (!known.has(folder) && isOld(object, checks)) findings.push(unknownObject(object));
  }
  return findings;
}
