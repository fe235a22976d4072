import { recordAudit } from '@crowd-recital/core/audit/record-audit.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin', name: 'Ada' });
const client = server.as(admin);
await recordAudit(em, { actorId: null, action: 'user.create', subject: { kind: 'user', id: 'a' } });
await recordAudit(em, {
  actorId: admin.id,
  delegated: true,
  action: 'user.update',
  subject: { kind: 'user', id: 'b' },
  details: { changed: ['name'] },
});
await em.execute(`update audit_log set at = '2026-01-02T03:04:05Z' where subject_id = 'a'`);

describe('the audit log', () => {
  it.each([
    ['', ['b', 'a']],
    [`(filter: { actorId: "${admin.id}" })`, ['b']],
    ['(filter: { actorId: "nonsense" })', []],
    ['(filter: { action: "user.create", subjectKind: "user" })', ['a']],
    ['(filter: { subjectId: "b", delegated: true })', ['b']],
    ['(filter: { delegated: false })', ['a']],
    ['(filter: { from: "2026-01-02T03:04:05Z", to: "2026-01-02T03:04:06Z" })', ['a']],
    ['(filter: { to: "2026-01-02T03:04:05Z" })', []],
  ])('with %s', async (args, subjects) => {
    const { auditLog } = await client.data<{ auditLog: { edges: { node: { subjectId: string } }[] } }>(
      `{ auditLog${args} { edges { node { subjectId } } } }`,
    );
    expect(auditLog.edges.map(({ node }) => node.subjectId)).toEqual(subjects);
  });

  it('names who did it, and what else is to be known', async () => {
    const { auditLog } = await client.data(
      '{ auditLog { edges { node { action delegated details actor { name } } } } }',
    );
    expect(auditLog).toEqual({
      edges: [
        {
          node: {
            action: 'user.update',
            delegated: true,
            details: '{"changed":["name"]}',
            actor: { name: 'Ada' },
          },
        },
        { node: { action: 'user.create', delegated: false, details: null, actor: null } },
      ],
    });
  });
});
