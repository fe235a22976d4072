import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import { redeemInvite } from '@crowd-recital/core/invite/redeem-invite.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer({ environment: { PUBLIC_URL: 'https://recital.example.org' } });
const em = () => server.database.em();

interface ShownInvite {
  readonly id: string;
  readonly code: string;
  readonly link: string;
  readonly uses: number;
  readonly usable: boolean;
}

const fields = '{ id code link maxUses uses usable expiresAt revokedAt note creator { id } createdAt }';

it('is made, listed, used and revoked by admins', async () => {
  const user = await aUser(em(), { group: 'admin' });
  const admin = server.as(user);
  const { createInvite } = await admin.data<{ createInvite: ShownInvite }>(
    `mutation { createInvite(input: { maxUses: 2, note: " For the\\nchoir " }) ${fields} }`,
  );
  const { code } = createInvite;
  expect(createInvite).toMatchObject({
    link: `https://recital.example.org/?invite=${code}`,
    maxUses: 2,
    uses: 0,
    usable: true,
    note: 'For the choir',
    creator: { id: user.id },
  });
  await inTransaction(em(), (transaction) => redeemInvite(transaction, code, user.id));

  const list = `{ invites(first: 1) { totalCount edges { node ${fields} } } }`;
  const { invites } = await admin.data<{
    invites: { totalCount: number; edges: readonly { node: ShownInvite }[] };
  }>(list);
  expect(invites.totalCount).toBe(1);
  expect(invites.edges[0]?.node).toMatchObject({ id: createInvite.id, uses: 1, usable: true });

  const { revokeInvite } = await admin.data<{ revokeInvite: ShownInvite }>(
    `mutation ($id: ID!) { revokeInvite(id: $id) ${fields} }`,
    { id: createInvite.id },
  );
  expect(revokeInvite).toMatchObject({ usable: false, uses: 1 });
  expect(await inTransaction(em(), (transaction) => redeemInvite(transaction, code, user.id))).toBe(false);
});

it('is for one person unless more are asked for', async () => {
  const admin = server.as(await aUser(em(), { group: 'admin' }));
  const { createInvite } = await admin.data<{ createInvite: object }>(
    `mutation { createInvite(input: {}) ${fields} }`,
  );
  expect(createInvite).toMatchObject({ maxUses: 1, expiresAt: null, note: null });
});
