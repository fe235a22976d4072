import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { languages } from '../text/text-document.entity.js';
import { TextRevision } from '../text/text-revision.entity.js';
import { User } from '../user/user.entity.js';
import type { CaptureSettings } from './capture-settings.js';
import type { EarlyMain } from './early-main.js';
import type { FinishedArtifacts } from './finished-artifacts.js';
import type { StagedFinalisation } from './staged-finalisation.js';

export const sessionStatuses = ['active', 'ended', 'aggregated', 'uploaded', 'discarded'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionEndReasons = ['finished', 'interrupted', 'empty', 'abandoned'] as const;
export type SessionEndReason = (typeof sessionEndReasons)[number];

/** Why a session waits for an admin. */
export const sessionAttentions = [
  'missing-segments',
  'unreadable-audio',
  'duration-mismatch',
  'no-sentences',
  'finalisation-failed',
  'deletion-incomplete',
] as const;
export type SessionAttention = (typeof sessionAttentions)[number];

/** What came of listening to a finished recording. */
export const reviewOutcomes = ['accepted', 'returned', 'rejected'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const contentStores = ['local', 's3'] as const;
export type ContentStoreKind = (typeof contentStores)[number];

/**
 * One recital: one run of a recorder over one revision of a text.
 * Rows change only by the conditional UPDATEs beside this file; nobody writes back a row that was read earlier.
 */
export const RecitalSession = defineEntity({
  name: 'RecitalSession',
  tableName: 'recital_sessions',
  properties: {
    id: p.text().primary(),
    user: () => p.manyToOne(User).ref().deleteRule('restrict'),
    /** Chosen by the client, so that a recital can begin offline and be created again without a double. */
    clientKey: p.text(),
    textRevision: () => p.manyToOne(TextRevision).ref().deleteRule('restrict'),
    /**
     * The text's, kept here so that lists and totals need not ask the text. A trigger fills it in when a row is
     * made; whoever changes the text's changes it here too.
     */
    language: p.enum([...languages]),
    status: p.enum([...sessionStatuses]).default('active'),
    /** A person said that this recording is wanted. Abandoned ones are finalised, but not counted until then. */
    kept: p.boolean().default(false),
    disavowed: p.boolean().default(false),
    disavowedAt: p.datetime(3).nullable(),
    startedAt: p.datetime(3),
    lastActivityAt: p.datetime(3).defaultRaw('now()'),
    endedAt: p.datetime(3).nullable(),
    endReason: p.enum([...sessionEndReasons]).nullable(),
    capture: p.json<CaptureSettings>(),
    expectedAudioSegments: p.integer().nullable(),
    expectedTextSegments: p.integer().nullable(),
    /** Sentence sequences that the end itself discarded; kept to tell the same end from another one. */
    endDiscardedSequences: p.json<number[]>().nullable(),
    /** Every sentence sequence that was ever discarded, so that a discard may overtake its sentence. Only grows. */
    discardedSequences: p.array().columnType('int[]').$type<number[]>().defaultRaw("'{}'"),
    /** Seconds of recording time as the recorder counted them. */
    recordedSeconds: p.double().$type<number>().nullable(),
    /** Raised in the transaction of every accepted segment, sentence, discard and end. */
    contentVersion: p.integer().default(0),
    finalisedVersion: p.integer().default(0),
    lastContentAt: p.datetime(3).defaultRaw('now()'),
    /** An admin said that it is to be finalised with its holes kept as silence. */
    acceptIncomplete: p.boolean().default(false),
    /** What a finalisation has staged and verified but not yet published; any worker can go on from it. */
    staged: p.json<StagedFinalisation>().nullable(),
    /** What can be heard before there are finished files; ask `earlyMainOf` whether it may be. */
    earlyMain: p.json<EarlyMain>().nullable(),
    artifacts: p.json<FinishedArtifacts>().nullable(),
    /** Seconds of finished audio, cuts taken out. */
    durationSeconds: p.double().$type<number>().nullable(),
    finalisedAt: p.datetime(3).nullable(),
    segmentsDeletedAt: p.datetime(3).nullable(),
    /** When everything of a disavowed session was deleted for the first time; the second pass makes it final. */
    firstDeletionAt: p.datetime(3).nullable(),
    epoch: p.integer().default(0),
    leaseUntil: p.datetime(3).nullable(),
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime(3).nullable(),
    lastError: p.text().nullable(),
    attention: p.enum([...sessionAttentions]).nullable(),
    /** `contentVersion` at which `attention` was set: newer content makes the session due again. */
    attentionVersion: p.integer().nullable(),
    /** Null: nobody has listened yet, or those who did are too few or of two minds. Its speaker sees it. */
    reviewOutcome: p.enum([...reviewOutcomes]).nullable(),
    reviewReason: p.text().nullable(),
    reviewedAt: p.datetime(3).nullable(),
    /** How many reviewers have to agree on this one; null: as the setting says. */
    reviewersWanted: p.integer().nullable(),
    /** Who listens to it now, so that the queue hands it to nobody else before `reviewClaimedUntil`. */
    reviewClaimedBy: p.uuid().nullable(),
    reviewClaimedUntil: p.datetime(3).nullable(),
    /** Raised by whatever changes what manifest.json tells of reviews. */
    reviewVersion: p.integer().default(0),
    /** `reviewVersion` that the published manifest.json has. */
    reviewPublishedVersion: p.integer().default(0),
    createdAt: p.datetime(3).defaultRaw('now()'),
    updatedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'recital_sessions_user_client_key_unique', properties: ['user', 'clientKey'] }],
  indexes: [
    { name: 'recital_sessions_user_created_at_id_index', properties: ['user', 'createdAt', 'id'] },
    { name: 'recital_sessions_user_text_revision_index', properties: ['user', 'textRevision'] },
    {
      name: 'recital_sessions_text_revision_created_at_id_index',
      properties: ['textRevision', 'createdAt', 'id'],
    },
    { name: 'recital_sessions_created_at_id_index', properties: ['createdAt', 'id'] },
    { name: 'recital_sessions_status_created_at_id_index', properties: ['status', 'createdAt', 'id'] },
    { name: 'recital_sessions_duration_id_index', properties: ['durationSeconds', 'id'] },
    { name: 'recital_sessions_language_created_at_id_index', properties: ['language', 'createdAt', 'id'] },
    { name: 'recital_sessions_user_duration_id_index', properties: ['user', 'durationSeconds', 'id'] },
    {
      name: 'recital_sessions_unkept_index',
      expression: `create index "recital_sessions_unkept_index" on "recital_sessions" ("created_at", "id") where not "kept"`,
    },
    {
      name: 'recital_sessions_due_index',
      expression: `create index "recital_sessions_due_index" on "recital_sessions" ("last_content_at") where "finalised_version" < "content_version" and not "disavowed"`,
    },
    {
      name: 'recital_sessions_processing_index',
      expression: `create index "recital_sessions_processing_index" on "recital_sessions" ("status") where "status" in ('ended', 'aggregated') and "end_reason" is distinct from 'empty'`,
    },
    {
      name: 'recital_sessions_active_index',
      expression: `create index "recital_sessions_active_index" on "recital_sessions" ("last_activity_at") where "status" = 'active'`,
    },
    {
      name: 'recital_sessions_to_discard_index',
      expression: `create index "recital_sessions_to_discard_index" on "recital_sessions" ("disavowed_at") where "disavowed" and "status" <> 'discarded'`,
    },
    {
      name: 'recital_sessions_attention_index',
      expression: `create index "recital_sessions_attention_index" on "recital_sessions" ("created_at", "id") where "attention" is not null`,
    },
    {
      name: 'recital_sessions_review_queue_index',
      expression: `create index "recital_sessions_review_queue_index" on "recital_sessions" ("created_at", "id") where "status" = 'uploaded' and "kept" and not "disavowed" and "attention" is null and "review_outcome" is null`,
    },
    {
      name: 'recital_sessions_language_review_queue_index',
      expression: `create index "recital_sessions_language_review_queue_index" on "recital_sessions" ("language", "created_at", "id") where "status" = 'uploaded' and "kept" and not "disavowed" and "attention" is null and "review_outcome" is null`,
    },
    {
      name: 'recital_sessions_reviewed_index',
      expression: `create index "recital_sessions_reviewed_index" on "recital_sessions" ("review_outcome", "created_at", "id") where "review_outcome" is not null`,
    },
    {
      name: 'recital_sessions_review_claim_index',
      expression: `create index "recital_sessions_review_claim_index" on "recital_sessions" ("review_claimed_by") where "review_claimed_by" is not null`,
    },
    {
      name: 'recital_sessions_review_to_publish_index',
      expression: `create index "recital_sessions_review_to_publish_index" on "recital_sessions" ("reviewed_at") where "review_published_version" < "review_version"`,
    },
  ],
});
export type RecitalSession = InferEntity<typeof RecitalSession>;
