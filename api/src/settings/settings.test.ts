import { aUser } from '@crowd-recital/core/test/factories.js';
import { expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const admin = await aUser(server.database.em(), { group: 'admin' });

it('tells an admin the settings in force, and no secret', async () => {
  const { settings } = await server
    .as(admin)
    .data<{ settings: { name: string; value: string | null; secret: boolean }[] }>(
      '{ settings { name description value defaultValue given secret } }',
    );
  expect(settings.find(({ name }) => name === 'LEADERBOARD_DEPTH')).toMatchObject({ value: '20' });
  const secrets = settings.filter(({ secret }) => secret);
  expect(secrets.map(({ name }) => name)).toContain('DB_CONNECTION_STR');
  expect(secrets.filter(({ value }) => value !== null)).toEqual([]);
});
