import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { User } from '../user/user.entity.js';

/** A code that lets people in who sign in with it: it approves them as speakers. */
export const Invite = defineEntity({
  name: 'Invite',
  tableName: 'invites',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    code: p.text().unique(),
    creator: () => p.manyToOne(User).ref().deleteRule('restrict'),
    maxUses: p.integer(),
    /** Changes by the conditional UPDATE in redeem-invite.ts alone. */
    uses: p.integer().default(0),
    /** Null: never. */
    expiresAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    note: p.text().nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  indexes: [{ name: 'invites_created_at_id_index', properties: ['createdAt', 'id'] }],
  checks: [{ name: 'invites_uses_check', expression: '"uses" >= 0 and "uses" <= "max_uses"' }],
});
export type Invite = InferEntity<typeof Invite>;
