import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The last sweep of any process: one row, whatever queue there is, for a sweep is no job. */
export const SweepRun = defineEntity({
  name: 'SweepRun',
  tableName: 'sweep_runs',
  properties: {
    /** Always 1. */
    id: p.integer().primary().autoincrement(false),
    beganAt: p.datetime(3),
    /** Null: it runs, or its process ended while it did. */
    endedAt: p.datetime(3).nullable(),
    /** What it failed of; null when it went well. */
    error: p.text().nullable(),
  },
});
export type SweepRun = InferEntity<typeof SweepRun>;
