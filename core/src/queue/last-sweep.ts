import type { EntityManager } from '@mikro-orm/postgresql';
import { SweepRun } from './sweep-run.entity.js';

/** The one row of `sweep_runs`. */
const only = 1;

/** Remembers that a sweep begins; that of another process that began before is forgotten. */
export async function beginSweep(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into sweep_runs (id, began_at) values (?, now())
     on conflict (id) do update set began_at = now(), ended_at = null, error = null`,
    [only],
  );
}

/** Remembers how a sweep ended. @param error - what it failed of; null when it went well. */
export async function endSweep(em: EntityManager, error: string | null): Promise<void> {
  await em.execute('update sweep_runs set ended_at = now(), error = ? where id = ?', [error, only]);
}

/** A sweep of any process. */
export interface LastSweep {
  readonly beganAt: Date;
  /** Null: it runs, or its process ended while it did. */
  readonly endedAt: Date | null;
  /** What it failed of; null when it went well. */
  readonly error: string | null;
}

/** The last one; null where none has run yet. */
export async function readLastSweep(em: EntityManager): Promise<LastSweep | null> {
  const run = await em.findOne(SweepRun, { id: only }, { refresh: true });
  return run && { beganAt: run.beganAt, endedAt: run.endedAt ?? null, error: run.error ?? null };
}
