import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { Router } from 'express';
import type { Services } from '../graphql/context.js';
import { linkHolder } from '../media/media-links.js';
import { exportAccount } from './export-account.js';

/** Milliseconds that the links to recordings in an export work: a day, to fetch them one after the other. */
const recordingLinksTtl = 24 * 3_600_000;

/** Serves a person's own data to whoever holds a link that has not ended. */
export function exportRoute({ orm, exportLinks, mediaLinks, config }: Services): Router {
  const router = Router();
  router.get('/:userId', async (request, response) => {
    const em = orm.em.fork();
    const { userId } = request.params;
    const user = isUuid(userId) ? await em.findOne(User, { id: userId, deletedAt: null }) : null;
    const query = new URL(request.url, 'http://localhost').searchParams;
    if (user === null || !exportLinks.verify(user, query)) {
      throw new AppError('NOT_FOUND', 'This link does not work, or not any more. Ask for your data anew.');
    }
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-recital-data.json"',
    });
    const linksEnd = new Date(Date.now() + recordingLinksTtl);
    linksEnd.setMilliseconds(0);
    const text = exportAccount(
      em,
      user,
      (file) =>
        new URL(mediaLinks.link({ ...file, ...linkHolder(user) }, linksEnd), config.http.publicUrl).href,
    );
    // Whoever goes away takes the stream along; nothing is left to tell.
    await pipeline(Readable.from(text), response).catch((error: unknown) => {
      if (!response.destroyed) throw error;
    });
  });
  return router;
}
