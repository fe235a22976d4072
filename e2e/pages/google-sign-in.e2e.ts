import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation } from '@crowd-recital/cli/graphql/operation.js';
import { startGoogleStandIn, type GoogleStandIn } from '../harness/google-stand-in.js';
import { admin, apiAs } from '../harness/people.js';
import { openStage, type Stage } from '../harness/stage.js';
import { wordsOf } from '../harness/words.js';

let google: GoogleStandIn;
let stage: Stage;

beforeAll(async () => {
  google = await startGoogleStandIn({ sub: '1', email: 'rivka@example.org', name: 'Rivka' });
  stage = await openStage({ ...google.environment, DISABLE_AUTO_SPEAKER_APPROVAL: 'true' });
});

afterAll(async () => {
  google.close();
  await stage.close();
});

const words = wordsOf('web-recorder', 'en');

/** A page of a fresh browser, and whatever its content security policy kept out. */
async function open(address: string): Promise<{ page: Page; keptOut: string[] }> {
  const page = await (await stage.enter()).newPage();
  const keptOut: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) keptOut.push(message.text());
  });
  await page.goto(address);
  return { page, keptOut };
}

const pressGoogle = (page: Page) => page.getByRole('button', { name: 'Continue with Google' }).click();

test('somebody whom nobody has let in yet waits, and goes on when that happens', async () => {
  google.account = { sub: '1', email: 'rivka@example.org', name: 'Rivka' };
  const { page, keptOut } = await open('/recordings');
  await pressGoogle(page);
  await page.getByRole('heading', { name: words('notApproved.title') }).waitFor();
  await page.getByText('rivka@example.org').waitFor();
  await page.getByRole('button', { name: words('notApproved.askAgain') }).click();
  await page.getByText(words('notApproved.stillWaiting')).waitFor();

  const api = await apiAs(stage.system, admin);
  const approve = operation<{ approveSpeaker: { id: string }[] }>(
    'mutation Approve { approveSpeaker(emails: "rivka@example.org") { id } }',
  );
  await api.call(approve, {});
  await page.getByRole('button', { name: words('notApproved.askAgain') }).click();
  await page.waitForURL(/\/agreement\?redirect=/);
  expect(keptOut).toEqual([]);
});

test('an invite link lets somebody in at once', async () => {
  google.account = { sub: '2', email: 'malka@example.org', name: 'Malka' };
  const api = await apiAs(stage.system, admin);
  const invite = operation<{ createInvite: { code: string } }>(
    'mutation Invite { createInvite(input: { maxUses: 1 }) { code } }',
  );
  const { createInvite } = await api.call(invite, {});
  const { page } = await open(`/?invite=${createInvite.code}`);
  await pressGoogle(page);
  await page.waitForURL(/\/agreement\?redirect=/);
});

test('an admin whose account was made beforehand comes into the console', async () => {
  google.account = { sub: '3', email: 'tova@example.org', name: 'Tova' };
  const api = await apiAs(stage.system, admin);
  const create = operation<{ createUser: { id: string } }>(
    'mutation Create { createUser(input: { email: "Tova@example.org", group: ADMIN }) { id } }',
  );
  await api.call(create, {});
  const { page, keptOut } = await open('/admin');
  await pressGoogle(page);
  await page.getByRole('button', { name: /Tova/ }).waitFor();
  expect(keptOut).toEqual([]);
});

test('a browser that keeps Google away says so, and offers to try again', async () => {
  const context = await stage.enter();
  const page = await context.newPage();
  await page.route('**/gsi/client', (route) => route.abort());
  await page.goto('/login');
  await page.getByText(words('signIn.googleUnavailable')).waitFor();
  await page.unroute('**/gsi/client');
  await page.getByRole('button', { name: words('common.tryAgain') }).click();
  await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
});
