import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Who did what to whom. Ids are plain values: an entry outlives what it speaks of. */
export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_log',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    at: p.datetime(3).defaultRaw('now()'),
    /** Null: the system itself. */
    actorId: p.uuid().nullable(),
    /** True: a back-office tool acted on behalf of the actor. */
    delegated: p.boolean().default(false),
    action: p.text(),
    subjectKind: p.text(),
    subjectId: p.text(),
    details: p.json<Record<string, unknown>>().nullable(),
  },
  indexes: [
    { name: 'audit_log_at_id_index', properties: ['at', 'id'] },
    { name: 'audit_log_subject_index', properties: ['subjectKind', 'subjectId'] },
    { name: 'audit_log_actor_at_id_index', properties: ['actorId', 'at', 'id'] },
    { name: 'audit_log_action_at_id_index', properties: ['action', 'at', 'id'] },
  ],
});
export type AuditEntry = InferEntity<typeof AuditEntry>;
