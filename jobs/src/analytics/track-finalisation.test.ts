import { beforeAll, expect, it } from 'vitest';
import type { Analytics } from '@crowd-recital/core/analytics/analytics.js';
import { aSession, aUser } from '@crowd-recital/core/test/factories.js';
import { testDatabase, type TestDatabase } from '@crowd-recital/core/test/database.js';
import type { FinalisationOutcome } from '../finalise-session/finalise-session.js';
import { trackFinalisation } from './track-finalisation.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

const told: unknown[][] = [];
const analytics: Analytics = { capture: (...event) => told.push(event), close: () => Promise.resolve() };

it.each<[FinalisationOutcome, string | undefined, object]>([
  ['finalised', 'Session Upload Done', { duration_seconds: 12.5 }],
  ['failed', 'Session Aggregation Failed', { needs_attention: false }],
  ['needs-attention', 'Session Aggregation Failed', { needs_attention: true }],
  ['not-due', undefined, {}],
  ['superseded', undefined, {}],
])('tells analytics of a finalisation that was %s: %s', async (outcome, event, properties) => {
  told.length = 0;
  const user = await aUser(database.em());
  const { id } = await aSession(database.em(), user);
  await database.em().execute('update recital_sessions set duration_seconds = 12.5 where id = ?', [id]);
  await trackFinalisation({ analytics, em: () => database.em() }, id, outcome);
  expect(told).toEqual(event === undefined ? [] : [[event, user.id, { session_id: id, ...properties }]]);
});
