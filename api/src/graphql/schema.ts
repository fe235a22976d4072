import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AccountResolver } from '../account/account.resolver.js';
import { AgreementResolver, UserAgreementResolver } from '../agreement/agreement.resolver.js';
import { AuthResolver } from '../auth/auth.resolver.js';
import { GoogleResolver } from '../auth/google/google.resolver.js';
import { SignInsResolver } from '../auth/sign-ins.resolver.js';
import { AuditResolver } from '../audit/audit.resolver.js';
import { InviteResolver } from '../invite/invite.resolver.js';
import { JobResolver } from '../job/job.resolver.js';
import { ClientConfigResolver } from '../client-config/client-config.resolver.js';
import { ReviewResolver } from '../review/review.resolver.js';
import {
  RecordingReviewResolver,
  ReviewedSessionResolver,
  SentenceVerdictResolver,
  SessionReviewResolver,
} from '../review/session-review.resolver.js';
import { ManageSessionsResolver } from '../session/manage-sessions.resolver.js';
import {
  AdministeredSessionResolver,
  SessionAdministrationResolver,
  SessionEventResolver,
} from '../session/session-administration.resolver.js';
import { SessionMutationResolver } from '../session/session-mutation.resolver.js';
import { SessionUploadResolver } from '../session/session-upload.resolver.js';
import { SessionResolver } from '../session/session.resolver.js';
import { QueueResolver } from '../job/queue.resolver.js';
import { OverviewResolver, TextTotalsResolver } from '../overview/overview.resolver.js';
import { SettingsResolver } from '../settings/settings.resolver.js';
import { ProfileResolver } from '../profile/profile.resolver.js';
import { MyStatsResolver } from '../stats/my-stats.resolver.js';
import { StatsResolver } from '../stats/stats.resolver.js';
import { PlacedLinkResolver, TextBatchResolver } from '../text/import/text-batch.resolver.js';
import { TextImportResolver } from '../text/import/text-import.resolver.js';
import { ManageTextsResolver } from '../text/manage-texts.resolver.js';
import { ReportResolver } from '../text/report/report.resolver.js';
import { TextFiguresResolver } from '../text/report/text-figures.resolver.js';
import { TextResolver, TextRevisionResolver } from '../text/text.resolver.js';
import { ManageUsersResolver } from '../user/manage-users.resolver.js';
import { UserResolver } from '../user/user.resolver.js';

type ResolverClass = abstract new () => object;

const resolvers: NonEmptyArray<ResolverClass> = [
  ClientConfigResolver,
  AuthResolver,
  GoogleResolver,
  SignInsResolver,
  UserResolver,
  AgreementResolver,
  UserAgreementResolver,
  ProfileResolver,
  AccountResolver,
  ManageUsersResolver,
  TextResolver,
  TextRevisionResolver,
  SessionResolver,
  SessionMutationResolver,
  SessionUploadResolver,
  ManageSessionsResolver,
  AdministeredSessionResolver,
  SessionAdministrationResolver,
  SessionEventResolver,
  ReviewResolver,
  ReviewedSessionResolver,
  SessionReviewResolver,
  RecordingReviewResolver,
  SentenceVerdictResolver,
  MyStatsResolver,
  StatsResolver,
  TextImportResolver,
  TextBatchResolver,
  PlacedLinkResolver,
  TextFiguresResolver,
  ReportResolver,
  ManageTextsResolver,
  InviteResolver,
  JobResolver,
  QueueResolver,
  OverviewResolver,
  TextTotalsResolver,
  SettingsResolver,
  AuditResolver,
];

/** The schema with its resolvers. What core checks is checked there alone: `validate` stays off. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false });
}
