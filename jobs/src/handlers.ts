import type { JobName } from '@crowd-recital/core/queue/jobs.js';
import { deleteOldSegments } from './delete-old-segments/delete-old-segments.js';
import { discardSession } from './discard-session/discard-session.js';
import { finaliseSession } from './finalise-session/finalise-session.js';
import { importText } from './import-text/import-text.js';
import type { JobHandler } from './handler.js';
import { measured } from './metrics/measure-finalisation.js';
import { publishReview } from './publish-review/publish-review.js';
import { sendEmail } from './send-email/send-email.js';

/** One handler for each kind of job; one that is missing does not compile. The command line calls them as they are. */
export const handlers = {
  'finalise-session': measured(finaliseSession),
  'discard-session': discardSession,
  'publish-review': publishReview,
  'import-text': importText,
  'send-email': sendEmail,
  'delete-old-segments': deleteOldSegments,
} satisfies { readonly [Name in JobName]: JobHandler<Name> };
