import { operator } from '@crowd-recital/core/audit/actor.js';
import { approveSpeakers } from '@crowd-recital/core/user/approve-speakers.js';
import { createUser } from '@crowd-recital/core/user/create-user.js';
import { updateUser } from '@crowd-recital/core/user/update-user.js';
import { withSystem } from '../local/open-system.js';
import { findUserId } from './find-user-id.js';

/** @throws CliFault when an address is none; nobody is let in then. */
export async function approve(emails: readonly string[]): Promise<void> {
  await withSystem(async ({ em }) => {
    for (const { email, group } of await approveSpeakers(em, operator, emails)) {
      console.log(`${email} is approved (${group ?? 'nothing'}).`);
    }
  });
}

/** @throws CliFault when the address is none. */
export async function makeAdmin(email: string): Promise<void> {
  await withSystem(async ({ em }) => {
    const id = await findUserId(em, email);
    const user =
      id === undefined
        ? await createUser(em, operator, { email, group: 'admin' })
        : await updateUser(em, operator, id, { group: 'admin' });
    console.log(`${user.email} is an admin.`);
  });
}
