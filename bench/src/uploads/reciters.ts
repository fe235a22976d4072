import { createOrm } from '@crowd-recital/core/db/orm.js';
import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import { AccessTokens } from '@crowd-recital/api/auth/access-token.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { Reciter } from './targets.js';

const secret = 'a secret for a benchmark, long enough for one';

/** Settings of an API in production mode, without the limit on how much one speaker sends. */
export function apiSettings(port: number, databaseUrl: string, dataFolder: string): NodeJS.ProcessEnv {
  return {
    DB_CONNECTION_STR: databaseUrl,
    ROOT_DATA_FOLDER: dataFolder,
    ACCESS_TOKEN_SECRET_KEY: secret,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    METRICS_PORT: '0',
    UPLOADS_PER_SECOND: '100000',
    MAX_SESSION_SEGMENTS: '1000000',
  };
}

/** What a speaker is known by to an API with these settings. */
export async function tokenFor(user: User): Promise<string> {
  return (await new AccessTokens(secret, 86_400).issue(user)).token;
}

/** Speakers in mid-recital. */
export async function gatherReciters(databaseUrl: string, count: number): Promise<Reciter[]> {
  const orm = await createOrm({ connectionString: databaseUrl, poolSize: 2 });
  try {
    const em = orm.em.fork();
    const author = await aUser(em);
    const text = await aText(em, author);
    await em.execute('update text_documents set public = true');
    const reciters: Reciter[] = [];
    for (let speaker = 0; speaker < count; speaker += 1) {
      const user = await aUser(em);
      const { id: sessionId } = await aSession(em, user, { text });
      reciters.push({ token: await tokenFor(user), sessionId });
    }
    return reciters;
  } finally {
    await orm.close();
  }
}
