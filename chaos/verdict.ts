import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import type { Finding } from '@crowd-recital/core/fsck/finding.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { publishedKey } from '@crowd-recital/core/storage/keys.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChaosSystem } from './chaos-system.js';
import { sha256 } from './graphql-client.js';
import type { Ledger, LedgerEntry } from './ledger.js';

/** What came of everything that was acknowledged. */
export interface Verdict {
  readonly sessions: number;
  readonly finished: number;
  readonly deleted: number;
  readonly acknowledgedBytes: number;
  /** Sentences that say what was lost, doubled, left lying, or should not have been answered. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly stuck: readonly string[];
  readonly surprises: readonly string[];
  /** What fsck found, every byte read, but for the next. */
  readonly findings: readonly Finding[];
  /** Remains of uploads that were killed before they were acknowledged. */
  readonly orphans: number;
}

/** Compares the speakers' ledger with rows and store. The system must have come to rest. */
export async function judge({ database, store }: ChaosSystem, ledger: Ledger): Promise<Verdict> {
  const orm = await createOrm({ connectionString: database.url, poolSize: 2 });
  try {
    const lost: string[] = [];
    const doubled: string[] = [];
    const stuck: string[] = [];
    let acknowledgedBytes = 0;
    for (const entry of ledger.entries) {
      const judged = await judgeSession(orm.em.fork(), store, entry);
      lost.push(...judged.lost);
      doubled.push(...judged.doubled);
      stuck.push(...judged.stuck);
      for (const sequence of entry.audio.keys()) acknowledgedBytes += entry.parts[sequence]?.length ?? 0;
    }
    const all = await fsck({
      em: orm.em.fork(),
      store,
      verifyHashes: true,
      graceSeconds: 0,
      overdueSeconds: 0,
    });
    const orphans = all.filter((finding) => isUnacknowledged(finding, ledger));
    return {
      sessions: ledger.entries.length,
      finished: ledger.entries.filter(({ wishedAway }) => !wishedAway).length - stuck.length,
      deleted: ledger.entries.filter(({ wishedAway }) => wishedAway).length,
      acknowledgedBytes,
      lost,
      doubled,
      stuck,
      surprises: ledger.surprises,
      findings: all.filter((finding) => !orphans.includes(finding)),
      orphans: orphans.length,
    };
  } finally {
    await orm.close();
  }
}

/** A file that no row names, and that nobody was promised: the process died before it could answer. */
function isUnacknowledged({ kind, subject }: Finding, { entries }: Ledger): boolean {
  if (kind !== 'object-unknown') return false;
  const hash = subject.split('.').at(-1) ?? '';
  return !entries.some(({ audio, setAside }) => setAside.has(hash) || [...audio.values()].includes(hash));
}

interface JudgedSession {
  readonly lost: string[];
  readonly doubled: string[];
  readonly stuck: string[];
}

async function judgeSession(
  em: EntityManager,
  store: ChaosSystem['store'],
  entry: LedgerEntry,
): Promise<JudgedSession> {
  const judged: JudgedSession = { lost: [], doubled: [], stuck: [] };
  const id = entry.sessionId;
  const row = await em.findOne(RecitalSession, id);
  if (row === null) return { ...judged, lost: [`${id}: the session itself`] };
  if (entry.wishedAway) {
    if (row.status !== 'discarded') judged.stuck.push(`${id}: wished away, and still ${row.status}`);
    return judged;
  }
  const segments = await em.find(AudioSegment, { session: id }, { orderBy: { sequence: 'asc' } });
  const bySequence = new Map(segments.map((segment) => [segment.sequence, segment]));
  for (const [sequence, hash] of entry.audio) {
    const segment = bySequence.get(sequence);
    if (segment?.sha256 !== hash || (await hashOf(store, segment.storageKey)) !== hash) {
      judged.lost.push(`${id}: part ${sequence}`);
    }
  }
  const texts = await em.find(TextSegment, { session: id });
  for (const sequence of entry.texts) {
    const text = texts.find((one) => one.sequence === sequence);
    if (text === undefined) judged.lost.push(`${id}: sentence ${sequence}`);
    else if (entry.discarded.has(sequence) && !text.discarded) {
      judged.lost.push(`${id}: the discard of ${sequence}`);
    }
  }
  if (segments.length > entry.parts.length) judged.doubled.push(`${id}: ${segments.length} parts`);
  if (texts.length > entry.sentences) judged.doubled.push(`${id}: ${texts.length} sentences`);
  const done = row.status === 'uploaded' && row.finalisedVersion === row.contentVersion;
  if (!done || row.attention) {
    const why = row.lastError ?? row.attention ?? 'nobody knows why';
    judged.stuck.push(`${id}: ${row.status}, ${why}`);
    return judged;
  }
  const source = publishedKey(id, row.artifacts?.files.source.fileName ?? '');
  if ((await hashOf(store, source)) !== sha256(Buffer.concat(entry.parts))) {
    judged.lost.push(`${id}: its source is not its parts, one after the other`);
  }
  return judged;
}

async function hashOf(store: ChaosSystem['store'], key: string): Promise<string | undefined> {
  const bytes = await store
    .get(key)
    .then((stream) => buffer(stream))
    .catch(() => undefined);
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex');
}
