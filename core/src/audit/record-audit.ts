import type { EntityManager } from '@mikro-orm/postgresql';

/** One act for the audit log. */
export interface AuditedAct {
  /** Null: the system itself. */
  readonly actorId: string | null;
  /** A back-office tool acted on behalf of the actor. */
  readonly delegated?: boolean;
  /** Noun and verb: `session.discard`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes one line of the audit log in the caller's transaction: it is there when, and only when, the act is. */
export async function recordAudit(em: EntityManager, act: AuditedAct): Promise<void> {
  await em.execute(
    `insert into audit_log (actor_id, delegated, action, subject_kind, subject_id, details)
     values (?, ?, ?, ?, ?, ?::jsonb)`,
    [
      act.actorId,
      act.delegated ?? false,
      act.action,
      act.subject.kind,
      act.subject.id,
      act.details === undefined ? null : JSON.stringify(act.details),
    ],
  );
}
