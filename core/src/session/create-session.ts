import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput } from '../errors/app-error.js';
import { findVisibleRevision } from '../text/visible-texts.js';
import { accountGone } from '../user/hold-account.js';
import type { Viewer } from '../user/viewer.js';
import { checkCapture } from './check-capture.js';
import type { CaptureSettings } from './capture-settings.js';
import { RecitalSession } from './recital-session.entity.js';
import { newSessionId } from './session-id.js';

/** What begins a recital. */
export interface NewSession {
  /** Who reads. */
  readonly speaker: Viewer;
  /** 8 to 100 letters, digits, `_` and `-`, chosen by the client for this recital alone. */
  readonly clientKey: string;
  readonly textRevisionId: string;
  /** By the clock of the speaker's device; believed as it is. */
  readonly startedAt: Date;
  readonly capture: CaptureSettings;
}

/**
 * Begins a recital. Idempotent by speaker and client key, so that it can begin offline and be told twice:
 * the session that is there is the answer then, also when `startedAt` or `capture` differ.
 * @throws NOT_FOUND for a text that the speaker may not see, CONFLICT when the key began a recital of another
 * text, BAD_USER_INPUT, UNSUPPORTED_MEDIA_TYPE.
 */
export async function createSession(em: EntityManager, given: NewSession): Promise<RecitalSession> {
  if (!/^[\w-]{8,100}$/.test(given.clientKey)) {
    throw badInput('clientKey', 'clientKey must be 8 to 100 letters, digits, "_" or "-".');
  }
  const year = given.startedAt.getUTCFullYear();
  if (!(year >= 1970 && year < 10_000)) throw badInput('startedAt', 'startedAt must be a date and time.');
  const capture = checkCapture(given.capture);

  const known = await findByClientKey(em, given);
  if (known !== null) return known;
  const revision = await findVisibleRevision(em, given.speaker, given.textRevisionId);
  await em.execute(
    `insert into recital_sessions (id, user_id, client_key, text_revision_id, started_at, capture)
     select ?, id, ?, ?, ?, ?::jsonb from users where id = ? and deleted_at is null for key share
     on conflict (user_id, client_key) do nothing`,
    [
      newSessionId(),
      given.clientKey,
      revision.id,
      given.startedAt.toISOString(),
      JSON.stringify(capture),
      given.speaker.id,
    ],
  );
  const created = await findByClientKey(em, given);
  if (created === null) throw accountGone();
  return created;
}

async function findByClientKey(em: EntityManager, given: NewSession): Promise<RecitalSession | null> {
  const session = await em.findOne(RecitalSession, {
    user: given.speaker.id,
    clientKey: given.clientKey,
  });
  if (session !== null && session.textRevision.id !== given.textRevisionId.toLowerCase()) {
    throw new AppError(
      'CONFLICT',
      'This clientKey already began a recital of another text. Choose a new one.',
      {
        field: 'clientKey',
      },
    );
  }
  return session;
}
