import { accountAccess } from './account.access.js';
import { agreementAccess } from './agreement.access.js';
import { auditAccess } from './audit.access.js';
import { authAccess } from './auth.access.js';
import { clientConfigAccess } from './client-config.access.js';
import { inviteAccess } from './invite.access.js';
import { jobAccess } from './job.access.js';
import { asObject, type Fields, type NounAccess, type Operations } from './matrix.js';
import { overviewAccess } from './overview.access.js';
import { profileAccess } from './profile.access.js';
import { reviewAccess } from './review.access.js';
import { sessionAccess } from './session.access.js';
import { statsAccess } from './stats.access.js';
import { textAccess } from './text.access.js';
import { userAccess } from './user.access.js';

/** Every noun; a new one goes in here. */
const nouns: readonly NounAccess[] = [
  clientConfigAccess,
  authAccess,
  userAccess,
  agreementAccess,
  accountAccess,
  profileAccess,
  textAccess,
  sessionAccess,
  reviewAccess,
  statsAccess,
  inviteAccess,
  jobAccess,
  overviewAccess,
  auditAccess,
];

/** Every operation of the schema with what each caller gets. */
export const operationAccess: Operations = Object.fromEntries(
  nouns.flatMap(({ operations }) => Object.entries(operations)),
);

/** Every field of every object type with who may read it. */
export const fieldAccess: Fields = Object.fromEntries([
  ['PageInfo', asObject('startCursor', 'endCursor', 'hasNextPage', 'hasPreviousPage')],
  ...nouns.flatMap(({ fields }) => Object.entries(fields)),
]);
