import { join } from 'node:path';
import pg from 'pg';
import type { BrowserContext } from 'playwright-core';
import { loadAgreements } from '@crowd-recital/core/agreement/agreements.js';
import { signIn } from '@crowd-recital/cli/recite/sign-in.js';
import type { GraphqlClient } from '@crowd-recital/cli/graphql/graphql-client.js';
import { project } from './project.js';
import type { System } from './system.js';

/** The users whom development mode brings along. */
export const speaker = 'speaker@localhost';
export const admin = 'admin@localhost';

/** Adds one more speaker, who has agreed to the terms unless told otherwise; without a group, one who still waits. */
export async function addSpeaker(
  system: System,
  email: string,
  {
    signed = true,
    name = email,
    group = 'speaker',
  }: { signed?: boolean; name?: string; group?: 'speaker' | null } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: system.environment.DB_CONNECTION_STR });
  await client.connect();
  try {
    await client.query(
      `insert into users (email, email_verified, name, "group", agreement_signed_version, agreement_signed_at)
       values ($1, true, $3, $4, $2, now())`,
      [email, signed ? loadAgreements(join(project, 'core/agreement')).version : null, name, group],
    );
  } finally {
    await client.end();
  }
}

/** The API as a script of that user sees it. */
export function apiAs(system: System, user: string): Promise<GraphqlClient> {
  return signIn(system.url, { user });
}

/** Signs a browser profile in without its pages; the sign-in page offers the development users only. */
export async function enterAs(context: BrowserContext, email: string): Promise<void> {
  const query = 'mutation ($email: String!) { signInAsDevelopmentUser(email: $email) { user { id } } }';
  const response = await context.request.post('/api/graphql', { data: { query, variables: { email } } });
  const answer = (await response.json()) as { errors?: unknown };
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer));
}
