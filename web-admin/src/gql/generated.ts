/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { useMutation, useQuery, type AnyVariables, type UseQueryArgs } from '@urql/vue';
import { toValue, type MaybeRefOrGetter } from 'vue';
/** What a finished file is. */
export type ArtifactName =
  /** The same as MP3, for listening. */
  | 'LIGHT'
  /** The recording without the sentences that were discarded. */
  | 'MAIN'
  /** Everything else that is known of the recording, as JSON. */
  | 'MANIFEST'
  /** The parts of the recording, one after the other, byte by byte. */
  | 'SOURCE'
  /** The sentences and their times, as WebVTT. */
  | 'TRANSCRIPT';

/** Which entries; conditions that are given all hold. */
export type AuditFilter = {
  /** Only this act, such as `user.update`. */
  action?: string | null | undefined;
  /** Only what this user did, or a tool on behalf of the user. */
  actorId?: string | number | null | undefined;
  /** True: only what tools did on behalf of somebody. False: only the others. */
  delegated?: boolean | null | undefined;
  /** Only what was done at this moment or later. */
  from?: string | null | undefined;
  /** Only what was done to the thing with this id. */
  subjectId?: string | null | undefined;
  /** Only what was done to this kind of thing, such as `user`. */
  subjectKind?: string | null | undefined;
  /** Only what was done before this moment. */
  to?: string | null | undefined;
};

/** What a speaker said of the biological sex, which shapes a voice. */
export type BiologicalSex =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Would rather not say. */
  | 'UNSPECIFIED';

/** An invite to be made. */
export type CreateInviteInput = {
  /** When it ends; never by itself if left out. */
  expiresAt?: string | null | undefined;
  /** How many people it lets in, at most 10000; 1 if left out. */
  maxUses?: number | null | undefined;
  /** Whom it is for; at most 500 characters. */
  note?: string | null | undefined;
};

/** What is to be known of a file. */
export type FileTextInput = {
  /** A UUID of the client, the same for everything that it sends together. */
  batch?: string | number | null | undefined;
  /** The language it is written in; it decides how sentences are told apart. */
  language: Language;
  /** True: every speaker may read it (admins only). Private if left out. */
  public?: boolean | null | undefined;
  /** At most 200 characters; the document's own title, else the file's name, if left out. */
  title?: string | null | undefined;
};

/** Where a text is taken in from. */
export type ImportSourceKind =
  /** A file. */
  | 'FILE_UPLOAD'
  /** An article of a wiki. */
  | 'WIKI_ARTICLE';

/** Which jobs; conditions that are given all hold. */
export type JobFilter = {
  /** Only jobs of this kind, such as `discard-session`. */
  name?: string | null | undefined;
  /** Only jobs in one of these states. */
  states?: Array<JobState> | null | undefined;
};

/** How far a job has come. */
export type JobState =
  /** The last attempt failed; `nextRunAt` says when it is tried again by itself. */
  | 'FAILED'
  /** It is done. Finished jobs are removed at once, so this is rarely seen. */
  | 'FINISHED'
  /** It waits for its time or for a worker. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING';

/** The language of a text; it also gives the direction in which it is read. */
export type Language =
  /** English. */
  | 'EN'
  /** Hebrew. */
  | 'HE'
  /** Yiddish. */
  | 'YI';

/** Which way a list is sorted. */
export type OrderDirection =
  /** Smallest, earliest or alphabetically first at the top. */
  | 'ASC'
  /** Largest, latest or alphabetically last at the top. */
  | 'DESC';

/** Which reports; conditions that are given all hold. */
export type ReportFilter = {
  /** Only those with one of these reasons. */
  reasons?: Array<SkipReason> | null | undefined;
  /** Only those of this text, in any of its revisions. */
  textId?: string | number | null | undefined;
};

/** Which recordings a reviewer wants to listen to; conditions that are given all hold. */
export type ReviewFilter = {
  /** Only readings of texts in this language. */
  language?: Language | null | undefined;
  /** Only readings of this text, in any of its revisions. */
  textId?: string | number | null | undefined;
  /** Only recordings of this speaker. */
  userId?: string | number | null | undefined;
};

/** What came of listening to a finished recording. */
export type ReviewOutcome =
  /** It is good. */
  | 'ACCEPTED'
  /** It is not used. */
  | 'REJECTED'
  /** The speaker is asked to read it once more; the reason says why. */
  | 'RETURNED';

/** What a reviewer says of a sentence that was read. */
export type SentenceVerdictKind =
  /** Its beginning or its end is missing. */
  | 'CUT_OFF'
  /** The words are those of the text, and they are heard well. */
  | 'GOOD'
  /** Something else is heard as well. */
  | 'NOISE'
  /** Something else; the note says what. */
  | 'OTHER'
  /** Other words than those of the text. */
  | 'WRONG_WORDS';

/** Why an admin should look at a session. */
export type SessionAttention =
  /** The storage refused to delete everything. */
  | 'DELETION_INCOMPLETE'
  /** The audio is not as long as the recorder said. */
  | 'DURATION_MISMATCH'
  /** Making the finished files failed too often. */
  | 'FINALISATION_FAILED'
  /** Parts of the recording have not arrived. */
  | 'MISSING_SEGMENTS'
  /** There is audio, but nothing says which sentences were read. */
  | 'NO_SENTENCES'
  /** What arrived cannot be read as audio. */
  | 'UNREADABLE_AUDIO';

/** Why a recital ended. */
export type SessionEndReason =
  /** Nothing came for a long time. The server says so, never a client. */
  | 'ABANDONED'
  /** It ended without any voice. Hidden from lists, and still accepting. */
  | 'EMPTY'
  /** The speaker ended it. */
  | 'FINISHED'
  /** Something else did: the microphone went away, the page was closed, the longest time was reached. */
  | 'INTERRUPTED';

/** Which sessions; conditions that are given all hold. A speaker always sees only own sessions, an admin everyone's unless userId is given. */
export type SessionFilter = {
  /** True: only sessions that an admin should look at. False: only the others. */
  attention?: boolean | null | undefined;
  /** Only sessions that an admin should look at for one of these reasons. */
  attentionKinds?: Array<SessionAttention> | null | undefined;
  /** Only sessions of which the server first heard at this moment or later. */
  createdFrom?: string | null | undefined;
  /** Only sessions of which the server first heard before this moment. */
  createdTo?: string | null | undefined;
  /** Only finished recordings of at least so many seconds. */
  durationFrom?: number | null | undefined;
  /** Only finished recordings of at most so many seconds. */
  durationTo?: number | null | undefined;
  /** True: also those that were wished away (deleted ones are shown to admins only). They are left out otherwise, unless `status` asks for DISCARDED. */
  includeDiscarded?: boolean | null | undefined;
  /** True: only recordings that somebody wants to keep. False: only those of which nobody has said so yet. */
  kept?: boolean | null | undefined;
  /** Only readings of texts in this language. */
  language?: Language | null | undefined;
  /** Only recordings of which one of these came when somebody listened to them. */
  reviewOutcome?: Array<ReviewOutcome> | null | undefined;
  /** Only sessions in one of these states. */
  status?: Array<SessionStatus> | null | undefined;
  /** Only readings of this text, in any of its revisions. */
  textId?: string | number | null | undefined;
  /** Only sessions of this speaker. */
  userId?: string | number | null | undefined;
};

/** How sessions are sorted; equal ones by their id. */
export type SessionOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What to sort by. */
  field: SessionOrderField;
};

/** What sessions are sorted by. */
export type SessionOrderField =
  /** When the server first heard of it. */
  | 'CREATED_AT'
  /** Seconds of finished audio; unfinished ones come last in either direction. */
  | 'DURATION';

/** How far a recital has come. */
export type SessionStatus =
  /** It is being recorded, or its speaker went away without a word not long ago. */
  | 'ACTIVE'
  /** The finished files were made and are being put in their place. */
  | 'AGGREGATED'
  /** A person wished it away, and everything of it was deleted. */
  | 'DISCARDED'
  /** Recording has ended; the finished files are still to be made. */
  | 'ENDED'
  /** The finished files lie in their place. */
  | 'UPLOADED';

/** Why a speaker left a sentence out. */
export type SkipReason =
  /** It is hard to say. */
  | 'HARD_TO_SAY'
  /** It is offensive. */
  | 'OFFENSIVE'
  /** The words are wrong, or do not belong there. */
  | 'WRONG_TEXT';

/** Which texts; conditions that are given all hold. */
export type TextFilter = {
  /** True: only texts that were archived. They are left out otherwise. */
  archived?: boolean | null | undefined;
  /** Only texts in this language. */
  language?: Language | null | undefined;
  /** Only texts of the caller (true), or only those of others (false). */
  mine?: boolean | null | undefined;
  /** Only texts of this user. */
  ownerId?: string | number | null | undefined;
  /** True: only texts that every speaker may read. False: only the private ones. */
  public?: boolean | null | undefined;
  /** Part of the title, in upper or lower case. */
  search?: string | null | undefined;
  /** Only texts that came from one of these. */
  sourceKinds?: Array<TextSourceKind> | null | undefined;
};

/** How far a text that is taken in has come. */
export type TextImportState =
  /** Its texts are there. */
  | 'DONE'
  /** It does not become a text; `reason` and `message` say why. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** It is being read; `progress` tells how far. */
  | 'RUNNING';

/** How texts are sorted; equal ones by their id. */
export type TextOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What to sort by. */
  field: TextOrderField;
};

/** What texts are sorted by. */
export type TextOrderField =
  /** When the text was added. */
  | 'CREATED_AT'
  /** When the caller last read of it; what the caller has not begun comes last in either direction. */
  | 'LAST_READ'
  /** How many sentences there are to read. */
  | 'LENGTH'
  /** The title, by the code points of its letters. */
  | 'TITLE';

/** Why something does not become a text. Errors of the mutations name it in `extensions.reason`, an import that failed in `reason`. */
export type TextRefusal =
  /** The wiki has no article by this name. */
  | 'ARTICLE_NOT_FOUND'
  /** The file is damaged, or is not what its name says. */
  | 'BROKEN_FILE'
  /** It failed several times, through no fault of the text. */
  | 'FAILED'
  /** No sentence is left of it that could be read aloud. */
  | 'NOTHING_TO_READ'
  /** The link leads to a page of the wiki that is no article. */
  | 'NOT_AN_ARTICLE'
  /** What was given is no link. */
  | 'NOT_A_LINK'
  /** The speaker has stored as many texts as one may. */
  | 'NO_ROOM'
  /** The PDF holds pictures of pages and no text. */
  | 'NO_TEXT_LAYER'
  /** The file is protected by a password or against copying. */
  | 'PROTECTED_FILE'
  /** Reading it took more than a minute, or more than 512 MB of memory. */
  | 'TOO_COMPLEX'
  /** The file is larger than 10 MB. */
  | 'TOO_LARGE'
  /** Too many texts of the caller are still being taken in. */
  | 'TOO_MANY_IMPORTS'
  /** Unpacked, the file has more than 100 MB or 2,000 parts. */
  | 'UNPACKS_TOO_LARGE'
  /** The file is of a kind that cannot be read. */
  | 'UNSUPPORTED_FORMAT'
  /** The link leads to a Wikipedia in another language. */
  | 'UNSUPPORTED_LANGUAGE'
  /** The wiki does not answer, or not as it should. */
  | 'WIKI_UNAVAILABLE'
  /** The link leads to a site that no texts are taken from. */
  | 'WRONG_HOST';

/** Where a text came from. */
export type TextSourceKind =
  /** A file that was uploaded. */
  | 'FILE_UPLOAD'
  /** Text that was typed or pasted. */
  | 'PLAIN_TEXT'
  /** An article of a wiki. */
  | 'WIKI_ARTICLE';

/** What is to change of a text; what is left out stays. */
export type UpdateTextInput = {
  /** The language it is written in; holds for its recordings too, in lists and statistics. */
  language?: Language | null | undefined;
  /** Its title, of 1 to 200 characters. */
  title?: string | null | undefined;
};

/** Which users; conditions that are given all hold. */
export type UserFilter = {
  /** True: only users whom nobody has approved yet. False: only those who are approved. */
  awaitingApproval?: boolean | null | undefined;
  /** Only users of this group. */
  group?: UserGroup | null | undefined;
  /** Part of the name or the e-mail address, in upper or lower case. */
  search?: string | null | undefined;
};

/** What a user may do. */
export type UserGroup =
  /** Everything a speaker may, and sees and manages everyone and everything. */
  | 'ADMIN'
  /** Reads texts aloud, and sees the own texts, the public ones and the own recitals. */
  | 'SPEAKER';

/** How users are sorted; equal ones by their id. */
export type UserOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What to sort by. */
  field: UserOrderField;
};

/** What users are sorted by. */
export type UserOrderField =
  /** When the account was made. */
  | 'CREATED_AT'
  /** The e-mail address, by the code points of its characters. */
  | 'EMAIL'
  /** The name, by the code points of its letters. */
  | 'NAME';

/** Many articles to read aloud. */
export type WikiTextsInput = {
  /** A UUID of the client, the same for everything that it sends together; the server makes one if left out. */
  batch?: string | number | null | undefined;
  /** True: every speaker may read them. Private if left out. */
  public?: boolean | null | undefined;
  /** Their links, each as `WikiTextInput.url`; 1 to 500. One that leads to no article does not keep the others. */
  urls: Array<string>;
};

/** What a speaker said when asked for the year of birth. */
export type YearOfBirthAnswer =
  /** Would rather not say. */
  | 'DECLINED'
  /** A year. */
  | 'GIVEN'
  /** Nothing yet. */
  | 'UNKNOWN';

export type PrepareGoogleSignInMutationVariables = Exact<{ [key: string]: never; }>;


export type PrepareGoogleSignInMutation = { prepareGoogleSignIn: string };

export type LoginWithGoogleMutationVariables = Exact<{
  credential: string;
}>;


export type LoginWithGoogleMutation = { loginWithGoogle: { user: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null } } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null } };

export type SignedInPersonFragment = { id: string, email: string, name: string, picture: string | null, group: UserGroup | null };

export type SignInAsDevelopmentUserMutationVariables = Exact<{
  email: string;
}>;


export type SignInAsDevelopmentUserMutation = { signInAsDevelopmentUser: { user: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null } } };

export type SignInOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInOptionsQuery = { clientConfig: { developmentMode: boolean, google: { clientId: string, scriptUrl: string } | null, developmentUsers: Array<{ email: string, name: string, group: UserGroup | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { logout: boolean };

export type AuditLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, edges: Array<{ node: { id: string, at: string, action: string, delegated: boolean, subjectKind: string, subjectId: string, details: string | null, actor: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AuditRowFragment = { id: string, at: string, action: string, delegated: boolean, subjectKind: string, subjectId: string, details: string | null, actor: { id: string, name: string } | null };

export type MenuCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type MenuCountsQuery = { overview: { awaitingApproval: number, attention: Array<{ sessions: number }> }, queue: { failed: number } };

export type ServerNoticeQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerNoticeQuery = { clientConfig: { version: string, developmentSignInAnywhere: boolean, developmentAutoLogin: string | null } };

export type InvitesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type InvitesQuery = { invites: { totalCount: number, edges: Array<{ node: { id: string, code: string, link: string, note: string | null, uses: number, maxUses: number, usable: boolean, expiresAt: string | null, revokedAt: string | null, createdAt: string, creator: { id: string, name: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreateInviteMutationVariables = Exact<{
  input: CreateInviteInput;
}>;


export type CreateInviteMutation = { createInvite: { id: string, code: string, link: string, note: string | null, uses: number, maxUses: number, usable: boolean, expiresAt: string | null, revokedAt: string | null, createdAt: string, creator: { id: string, name: string } } };

export type RevokeInviteMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInviteMutation = { revokeInvite: { id: string, usable: boolean, revokedAt: string | null } };

export type InviteRowFragment = { id: string, code: string, link: string, note: string | null, uses: number, maxUses: number, usable: boolean, expiresAt: string | null, revokedAt: string | null, createdAt: string, creator: { id: string, name: string } };

export type PageEdgesFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { overview: { awaitingApproval: number, sessions: { recording: number, processing: number, ready: number, unconfirmed: number, deleting: number, deleted: number }, attention: Array<{ attention: SessionAttention, sessions: number }>, activeSpeakers: { today: number, lastWeek: number, lastMonth: number }, languages: Array<{ language: Language, durationSeconds: number, recordings: number }>, texts: Array<{ durationSeconds: number, recordings: number, text: { id: string, title: string, language: Language } }> }, totals: { durationSeconds: number, recordings: number, speakers: number } };

export type StatsPerDayQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type StatsPerDayQuery = { statsPerDay: Array<{ day: string, durationSeconds: number, recordings: number, speakers: number, languages: Array<{ language: Language, durationSeconds: number }> }> };

export type ApproveSpeakersMutationVariables = Exact<{
  emails: Array<string> | string;
}>;


export type ApproveSpeakersMutation = { approveSpeaker: Array<{ id: string, name: string, email: string, group: UserGroup | null }> };

export type ChangeGroupMutationVariables = Exact<{
  id: string | number;
  group?: UserGroup | null | undefined;
}>;


export type ChangeGroupMutation = { updateUser: { id: string, group: UserGroup | null } };

export type EndSignInsMutationVariables = Exact<{
  userId: string | number;
}>;


export type EndSignInsMutation = { revokeSessions: boolean };

export type DeletePersonMutationVariables = Exact<{
  id: string | number;
  email: string;
}>;


export type DeletePersonMutation = { deleteUser: boolean };

export type PeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  orderBy?: UserOrder | null | undefined;
}>;


export type PeopleQuery = { users: { totalCount: number, edges: Array<{ node: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string, agreementRequired: boolean, agreementSignedVersion: string | null, totals: { durationSeconds: number, recordings: number } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PersonQueryVariables = Exact<{
  id: string | number;
}>;


export type PersonQuery = { user: { agreementSignedAt: string | null, id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string, agreementRequired: boolean, agreementSignedVersion: string | null, profile: { yearOfBirthAnswer: YearOfBirthAnswer, yearOfBirth: number | null, biologicalSex: BiologicalSex | null }, totals: { durationSeconds: number, recordings: number } } };

export type PersonRowFragment = { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string };

export type PersonFiguresFragment = { agreementRequired: boolean, agreementSignedVersion: string | null, totals: { durationSeconds: number, recordings: number } };

export type PersonRecordingsQueryVariables = Exact<{
  userId: string | number;
  first?: number;
}>;


export type PersonRecordingsQuery = { sessions: { totalCount: number, edges: Array<{ node: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } }> } };

export type JobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: JobFilter | null | undefined;
}>;


export type JobsQuery = { jobs: { totalCount: number, edges: Array<{ node: { id: string, name: string, state: JobState, payload: string, createdAt: string, nextRunAt: string | null, lastRunAt: string | null, lastFinishedAt: string | null, failedAt: string | null, failCount: number, error: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type QueueStateQueryVariables = Exact<{ [key: string]: never; }>;


export type QueueStateQuery = { queue: { queued: number, running: number, failed: number, dueSince: string | null, lastSweep: { beganAt: string, endedAt: string | null, error: string | null } | null } };

export type RetryJobMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryJobMutation = { retryJob: { id: string, name: string, state: JobState, payload: string, createdAt: string, nextRunAt: string | null, lastRunAt: string | null, lastFinishedAt: string | null, failedAt: string | null, failCount: number, error: string | null } };

export type CancelJobMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelJobMutation = { cancelJob: { id: string } };

export type JobRowFragment = { id: string, name: string, state: JobState, payload: string, createdAt: string, nextRunAt: string | null, lastRunAt: string | null, lastFinishedAt: string | null, failedAt: string | null, failCount: number, error: string | null };

export type FindPeopleQueryVariables = Exact<{
  search: string;
  first?: number;
}>;


export type FindPeopleQuery = { users: { edges: Array<{ node: { id: string, name: string, email: string } }> } };

export type FindTextsQueryVariables = Exact<{
  search: string;
  first?: number;
}>;


export type FindTextsQuery = { texts: { edges: Array<{ node: { id: string, title: string, language: Language } }> } };

export type FilterTextNameQueryVariables = Exact<{
  id: string | number;
}>;


export type FilterTextNameQuery = { text: { id: string, title: string, language: Language } };

export type RetryRecordingMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type RetryRecordingMutation = { retrySession: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type FinaliseIncompleteMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type FinaliseIncompleteMutation = { finalizeIncompleteSession: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type ConfirmAbandonedMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type ConfirmAbandonedMutation = { confirmAbandonedSession: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type DiscardRecordingMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type DiscardRecordingMutation = { discardSession: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type RecordingQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordingQuery = { session: { reviewReason: string | null, reviewedAt: string | null, id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, administration: { attempts: number, lastError: string | null, nextAttemptAt: string | null, leaseUntil: string | null, acceptIncomplete: boolean, archiveUrl: string | null, artifacts: Array<{ name: ArtifactName, fileName: string, byteLength: number, sha256: string, url: string }>, timeline: Array<{ at: string, action: string, actor: { id: string, name: string } | null }> } | null, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ sequence: number, startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, review: { version: number, reviewersWanted: number, claimedUntil: string | null, claimedBy: { id: string, name: string } | null, decisions: Array<{ decision: ReviewOutcome, reason: string | null, stale: boolean, decidedAt: string, reviewer: { id: string, name: string } }>, verdicts: Array<{ sequence: number, verdict: SentenceVerdictKind, note: string | null, stale: boolean, reviewer: { id: string, name: string } }> } | null, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type RecordingMakingFragment = { attempts: number, lastError: string | null, nextAttemptAt: string | null, leaseUntil: string | null, acceptIncomplete: boolean, archiveUrl: string | null, artifacts: Array<{ name: ArtifactName, fileName: string, byteLength: number, sha256: string, url: string }>, timeline: Array<{ at: string, action: string, actor: { id: string, name: string } | null }> };

export type RecordingsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: SessionFilter | null | undefined;
  orderBy?: SessionOrder | null | undefined;
}>;


export type RecordingsQuery = { sessions: { totalCount: number, edges: Array<{ node: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RecordingRowFragment = { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } };

export type ReviewQueueLengthQueryVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
}>;


export type ReviewQueueLengthQuery = { reviewQueue: { totalCount: number } };

export type TakeNextForReviewMutationVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
  skip: Array<string | number> | string | number;
}>;


export type TakeNextForReviewMutation = { takeNextForReview: { session: { reviewReason: string | null, reviewedAt: string | null, id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ sequence: number, startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, review: { version: number, reviewersWanted: number, claimedUntil: string | null, claimedBy: { id: string, name: string } | null, decisions: Array<{ decision: ReviewOutcome, reason: string | null, stale: boolean, decidedAt: string, reviewer: { id: string, name: string } }>, verdicts: Array<{ sequence: number, verdict: SentenceVerdictKind, note: string | null, stale: boolean, reviewer: { id: string, name: string } }> } | null, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } | null } };

export type GiveBackReviewMutationVariables = Exact<{ [key: string]: never; }>;


export type GiveBackReviewMutation = { giveBackReview: boolean };

export type HeardRecordingQueryVariables = Exact<{
  id: string | number;
}>;


export type HeardRecordingQuery = { session: { reviewReason: string | null, reviewedAt: string | null, id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ sequence: number, startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, review: { version: number, reviewersWanted: number, claimedUntil: string | null, claimedBy: { id: string, name: string } | null, decisions: Array<{ decision: ReviewOutcome, reason: string | null, stale: boolean, decidedAt: string, reviewer: { id: string, name: string } }>, verdicts: Array<{ sequence: number, verdict: SentenceVerdictKind, note: string | null, stale: boolean, reviewer: { id: string, name: string } }> } | null, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type JudgeSentenceMutationVariables = Exact<{
  sessionId: string | number;
  version: number;
  sequence: number;
  verdict: SentenceVerdictKind;
  note?: string | null | undefined;
}>;


export type JudgeSentenceMutation = { judgeSentence: { sequence: number, verdict: SentenceVerdictKind, note: string | null, stale: boolean } };

export type WithdrawSentenceVerdictMutationVariables = Exact<{
  sessionId: string | number;
  sequence: number;
}>;


export type WithdrawSentenceVerdictMutation = { withdrawSentenceVerdict: boolean };

export type JudgeRecordingMutationVariables = Exact<{
  sessionId: string | number;
  version: number;
  decision: ReviewOutcome;
  reason?: string | null | undefined;
}>;


export type JudgeRecordingMutation = { judgeRecording: { id: string, reviewOutcome: ReviewOutcome | null } };

export type WithdrawReviewMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type WithdrawReviewMutation = { withdrawReview: { reviewReason: string | null, reviewedAt: string | null, id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ sequence: number, startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, review: { version: number, reviewersWanted: number, claimedUntil: string | null, claimedBy: { id: string, name: string } | null, decisions: Array<{ decision: ReviewOutcome, reason: string | null, stale: boolean, decidedAt: string, reviewer: { id: string, name: string } }>, verdicts: Array<{ sequence: number, verdict: SentenceVerdictKind, note: string | null, stale: boolean, reviewer: { id: string, name: string } }> } | null, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } } };

export type WantReviewersMutationVariables = Exact<{
  sessionId: string | number;
  reviewers: number;
}>;


export type WantReviewersMutation = { wantReviewers: { id: string, reviewOutcome: ReviewOutcome | null } };

export type HeardRecordingFragment = { reviewReason: string | null, reviewedAt: string | null, id: string, status: SessionStatus, kept: boolean, disavowed: boolean, endReason: SessionEndReason | null, attention: SessionAttention | null, reviewOutcome: ReviewOutcome | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, createdAt: string, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ sequence: number, startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, review: { version: number, reviewersWanted: number, claimedUntil: string | null, claimedBy: { id: string, name: string } | null, decisions: Array<{ decision: ReviewOutcome, reason: string | null, stale: boolean, decidedAt: string, reviewer: { id: string, name: string } }>, verdicts: Array<{ sequence: number, verdict: SentenceVerdictKind, note: string | null, stale: boolean, reviewer: { id: string, name: string } }> } | null, user: { id: string, name: string, email: string, picture: string | null, group: UserGroup | null, createdAt: string }, text: { id: string, title: string, language: Language } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: Array<{ name: string, description: string, value: string | null, defaultValue: string | null, given: boolean, secret: boolean }>, clientConfig: { version: string, developmentMode: boolean } };

export type ImportLinksMutationVariables = Exact<{
  input: WikiTextsInput;
}>;


export type ImportLinksMutation = { createTextsFromWiki: { batch: { id: string, queued: number, running: number, done: number, failed: number }, links: Array<{ link: string, reason: TextRefusal | null, import: { id: string } | null }> } };

export type ImportFileMutationVariables = Exact<{
  input: FileTextInput;
  file: Blob;
}>;


export type ImportFileMutation = { createTextFromFile: { id: string } };

export type ImportBatchQueryVariables = Exact<{
  batch: string | number;
  states?: Array<TextImportState> | TextImportState | null | undefined;
}>;


export type ImportBatchQuery = { textBatch: { id: string, queued: number, running: number, done: number, failed: number }, textImports: { edges: Array<{ node: { id: string, batch: string | null, sourceKind: ImportSourceKind, source: string, language: Language, public: boolean, state: TextImportState, progress: number, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, language: Language }> } }> } };

export type EarlierImportsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  states?: Array<TextImportState> | TextImportState | null | undefined;
}>;


export type EarlierImportsQuery = { textImports: { edges: Array<{ node: { id: string, batch: string | null, sourceKind: ImportSourceKind, source: string, language: Language, public: boolean, state: TextImportState, progress: number, reason: TextRefusal | null, createdAt: string, owner: { id: string, name: string } | null, texts: Array<{ id: string, title: string, language: Language }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type BatchProgressFragment = { id: string, queued: number, running: number, done: number, failed: number };

export type ImportRowFragment = { id: string, batch: string | null, sourceKind: ImportSourceKind, source: string, language: Language, public: boolean, state: TextImportState, progress: number, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, language: Language }> };

export type PublishTextMutationVariables = Exact<{
  id: string | number;
}>;


export type PublishTextMutation = { publishText: { id: string, public: boolean } };

export type UnpublishTextMutationVariables = Exact<{
  id: string | number;
}>;


export type UnpublishTextMutation = { unpublishText: { id: string, public: boolean } };

export type ArchiveTextMutationVariables = Exact<{
  id: string | number;
  archived: boolean;
}>;


export type ArchiveTextMutation = { archiveText: { id: string, archivedAt: string | null } };

export type UpdateTextMutationVariables = Exact<{
  id: string | number;
  input: UpdateTextInput;
}>;


export type UpdateTextMutation = { updateText: { id: string, title: string, language: Language } };

export type EditTextMutationVariables = Exact<{
  id: string | number;
  expectedRevision: number;
  paragraphs: Array<Array<string> | string> | Array<string> | string;
}>;


export type EditTextMutation = { editText: { id: string, currentRevision: { id: string, number: number } } };

export type DeleteTextMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteTextMutation = { deleteText: string };

export type ReportedSentencesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ReportFilter | null | undefined;
}>;


export type ReportedSentencesQuery = { reportedSentences: { totalCount: number, edges: Array<{ node: { id: string, text: string, reason: SkipReason, reportedAt: string, sessionId: string, revision: number, corrected: boolean, document: { id: string, title: string, language: Language }, speaker: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReportTotalsQueryVariables = Exact<{
  textId?: string | number | null | undefined;
}>;


export type ReportTotalsQuery = { reportCounts: Array<{ reason: SkipReason, reports: number }> };

export type ReportRowFragment = { id: string, text: string, reason: SkipReason, reportedAt: string, sessionId: string, revision: number, corrected: boolean, document: { id: string, title: string, language: Language }, speaker: { id: string, name: string } | null };

export type TextsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: TextFilter | null | undefined;
  orderBy?: TextOrder | null | undefined;
}>;


export type TextsQuery = { texts: { totalCount: number, edges: Array<{ node: { id: string, title: string, language: Language, sourceKind: TextSourceKind, public: boolean, archivedAt: string | null, createdAt: string, recordings: number, recordedSeconds: number, owner: { id: string, name: string } | null, currentRevision: { id: string, number: number, sentenceCount: number, wordCount: number } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TextQueryVariables = Exact<{
  id: string | number;
}>;


export type TextQuery = { text: { source: string | null, updatedAt: string, id: string, title: string, language: Language, sourceKind: TextSourceKind, public: boolean, archivedAt: string | null, createdAt: string, recordings: number, recordedSeconds: number, owner: { id: string, name: string } | null, currentRevision: { id: string, number: number, sentenceCount: number, wordCount: number } }, reportCounts: Array<{ reason: SkipReason, reports: number }>, sentenceReadings: Array<{ paragraph: number, sentence: number, readings: number }> };

export type TextSentencesQueryVariables = Exact<{
  id: string | number;
}>;


export type TextSentencesQuery = { text: { id: string, title: string, language: Language, currentRevision: { id: string, number: number, paragraphs: Array<Array<string>> } }, sentenceReadings: Array<{ paragraph: number, sentence: number, readings: number, reports: number }> };

export type TextRowFragment = { id: string, title: string, language: Language, sourceKind: TextSourceKind, public: boolean, archivedAt: string | null, createdAt: string, recordings: number, recordedSeconds: number, owner: { id: string, name: string } | null, currentRevision: { id: string, number: number, sentenceCount: number, wordCount: number } };


/** An operation as the server is sent it; its type remembers what goes in and what comes out. */
export type OperationText<Data, Variables> = string & { readonly answers?: (variables: Variables) => Data };


/** Everything that useQuery takes beside the document and its variables. */
export type QueryOptions<Data, Variables extends AnyVariables> = Omit<
  UseQueryArgs<Data, Variables>,
  'query' | 'variables'
>;


export const PrepareGoogleSignInDocument = "mutation PrepareGoogleSignIn{prepareGoogleSignIn}" as OperationText<PrepareGoogleSignInMutation, PrepareGoogleSignInMutationVariables>;


export const LoginWithGoogleDocument = "mutation LoginWithGoogle($credential:String!){loginWithGoogle(credential:$credential){user{...SignedInPerson}}}fragment SignedInPerson on User{id email name picture group}" as OperationText<LoginWithGoogleMutation, LoginWithGoogleMutationVariables>;


export const MeDocument = "query Me{me{...SignedInPerson}}fragment SignedInPerson on User{id email name picture group}" as OperationText<MeQuery, MeQueryVariables>;


export const SignInAsDevelopmentUserDocument = "mutation SignInAsDevelopmentUser($email:String!){signInAsDevelopmentUser(email:$email){user{...SignedInPerson}}}fragment SignedInPerson on User{id email name picture group}" as OperationText<SignInAsDevelopmentUserMutation, SignInAsDevelopmentUserMutationVariables>;


export const SignInOptionsDocument = "query SignInOptions{clientConfig{developmentMode google{clientId scriptUrl}developmentUsers{email name group}}}" as OperationText<SignInOptionsQuery, SignInOptionsQueryVariables>;


export const SignOutDocument = "mutation SignOut{logout}" as OperationText<SignOutMutation, SignOutMutationVariables>;


export const AuditLogDocument = "query AuditLog($first:Int$after:String$last:Int$before:String$filter:AuditFilter){auditLog(first:$first after:$after last:$last before:$before filter:$filter){edges{node{...AuditRow}}pageInfo{...PageEdges}totalCount}}fragment AuditRow on AuditEntry{id at action actor{id name}delegated subjectKind subjectId details}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<AuditLogQuery, AuditLogQueryVariables>;


export const MenuCountsDocument = "query MenuCounts{overview{awaitingApproval attention{sessions}}queue{failed}}" as OperationText<MenuCountsQuery, MenuCountsQueryVariables>;


export const ServerNoticeDocument = "query ServerNotice{clientConfig{version developmentSignInAnywhere developmentAutoLogin}}" as OperationText<ServerNoticeQuery, ServerNoticeQueryVariables>;


export const InvitesDocument = "query Invites($first:Int$after:String$last:Int$before:String){invites(first:$first after:$after last:$last before:$before){edges{node{...InviteRow}}pageInfo{...PageEdges}totalCount}}fragment InviteRow on Invite{id code link note uses maxUses usable expiresAt revokedAt createdAt creator{id name}}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<InvitesQuery, InvitesQueryVariables>;


export const CreateInviteDocument = "mutation CreateInvite($input:CreateInviteInput!){createInvite(input:$input){...InviteRow}}fragment InviteRow on Invite{id code link note uses maxUses usable expiresAt revokedAt createdAt creator{id name}}" as OperationText<CreateInviteMutation, CreateInviteMutationVariables>;


export const RevokeInviteDocument = "mutation RevokeInvite($id:ID!){revokeInvite(id:$id){id usable revokedAt}}" as OperationText<RevokeInviteMutation, RevokeInviteMutationVariables>;


export const OverviewDocument = "query Overview{overview{sessions{recording processing ready unconfirmed deleting deleted}attention{attention sessions}awaitingApproval activeSpeakers{today lastWeek lastMonth}languages{language durationSeconds recordings}texts{text{id title language}durationSeconds recordings}}totals{durationSeconds recordings speakers}}" as OperationText<OverviewQuery, OverviewQueryVariables>;


export const StatsPerDayDocument = "query StatsPerDay($from:String!$to:String!){statsPerDay(from:$from to:$to){day durationSeconds recordings speakers languages{language durationSeconds}}}" as OperationText<StatsPerDayQuery, StatsPerDayQueryVariables>;


export const ApproveSpeakersDocument = "mutation ApproveSpeakers($emails:[String!]!){approveSpeaker(emails:$emails){id name email group}}" as OperationText<ApproveSpeakersMutation, ApproveSpeakersMutationVariables>;


export const ChangeGroupDocument = "mutation ChangeGroup($id:ID!$group:UserGroup){updateUser(id:$id input:{group:$group}){id group}}" as OperationText<ChangeGroupMutation, ChangeGroupMutationVariables>;


export const EndSignInsDocument = "mutation EndSignIns($userId:ID!){revokeSessions(userId:$userId)}" as OperationText<EndSignInsMutation, EndSignInsMutationVariables>;


export const DeletePersonDocument = "mutation DeletePerson($id:ID!$email:String!){deleteUser(id:$id email:$email)}" as OperationText<DeletePersonMutation, DeletePersonMutationVariables>;


export const PeopleDocument = "query People($first:Int$after:String$last:Int$before:String$filter:UserFilter$orderBy:UserOrder){users(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){edges{node{...PersonRow ...PersonFigures}}pageInfo{...PageEdges}totalCount}}fragment PersonRow on User{id name email picture group createdAt}fragment PersonFigures on User{agreementRequired agreementSignedVersion totals{durationSeconds recordings}}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<PeopleQuery, PeopleQueryVariables>;


export const PersonDocument = "query Person($id:ID!){user(id:$id){...PersonRow ...PersonFigures agreementSignedAt profile{yearOfBirthAnswer yearOfBirth biologicalSex}}}fragment PersonRow on User{id name email picture group createdAt}fragment PersonFigures on User{agreementRequired agreementSignedVersion totals{durationSeconds recordings}}" as OperationText<PersonQuery, PersonQueryVariables>;


export const PersonRecordingsDocument = "query PersonRecordings($userId:ID!$first:Int!=5){sessions(first:$first filter:{userId:$userId}){edges{node{...RecordingRow}}totalCount}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<PersonRecordingsQuery, PersonRecordingsQueryVariables>;


export const JobsDocument = "query Jobs($first:Int$after:String$last:Int$before:String$filter:JobFilter){jobs(first:$first after:$after last:$last before:$before filter:$filter){edges{node{...JobRow}}pageInfo{...PageEdges}totalCount}}fragment JobRow on Job{id name state payload createdAt nextRunAt lastRunAt lastFinishedAt failedAt failCount error}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<JobsQuery, JobsQueryVariables>;


export const QueueStateDocument = "query QueueState{queue{queued running failed dueSince lastSweep{beganAt endedAt error}}}" as OperationText<QueueStateQuery, QueueStateQueryVariables>;


export const RetryJobDocument = "mutation RetryJob($id:ID!){retryJob(id:$id){...JobRow}}fragment JobRow on Job{id name state payload createdAt nextRunAt lastRunAt lastFinishedAt failedAt failCount error}" as OperationText<RetryJobMutation, RetryJobMutationVariables>;


export const CancelJobDocument = "mutation CancelJob($id:ID!){cancelJob(id:$id){id}}" as OperationText<CancelJobMutation, CancelJobMutationVariables>;


export const FindPeopleDocument = "query FindPeople($search:String!$first:Int!=5){users(first:$first filter:{search:$search}orderBy:{field:NAME direction:ASC}){edges{node{id name email}}}}" as OperationText<FindPeopleQuery, FindPeopleQueryVariables>;


export const FindTextsDocument = "query FindTexts($search:String!$first:Int!=5){texts(first:$first filter:{search:$search}orderBy:{field:TITLE direction:ASC}){edges{node{id title language}}}}" as OperationText<FindTextsQuery, FindTextsQueryVariables>;


export const FilterTextNameDocument = "query FilterTextName($id:ID!){text(id:$id){id title language}}" as OperationText<FilterTextNameQuery, FilterTextNameQueryVariables>;


export const RetryRecordingDocument = "mutation RetryRecording($sessionId:ID!){retrySession(sessionId:$sessionId){...RecordingRow}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<RetryRecordingMutation, RetryRecordingMutationVariables>;


export const FinaliseIncompleteDocument = "mutation FinaliseIncomplete($sessionId:ID!){finalizeIncompleteSession(sessionId:$sessionId){...RecordingRow}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<FinaliseIncompleteMutation, FinaliseIncompleteMutationVariables>;


export const ConfirmAbandonedDocument = "mutation ConfirmAbandoned($sessionId:ID!){confirmAbandonedSession(sessionId:$sessionId){...RecordingRow}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<ConfirmAbandonedMutation, ConfirmAbandonedMutationVariables>;


export const DiscardRecordingDocument = "mutation DiscardRecording($sessionId:ID!){discardSession(sessionId:$sessionId){...RecordingRow}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<DiscardRecordingMutation, DiscardRecordingMutationVariables>;


export const RecordingDocument = "query Recording($id:ID!){session(id:$id){...HeardRecording administration{...RecordingMaking}}}fragment HeardRecording on RecitalSession{...RecordingRow reviewReason reviewedAt preview{audioUrl audioMimeType captions{sequence startSeconds endSeconds text paragraph sentence}expiresAt}review{version reviewersWanted claimedUntil claimedBy{id name}decisions{decision reason stale decidedAt reviewer{id name}}verdicts{sequence verdict note stale reviewer{id name}}}}fragment RecordingMaking on SessionAdministration{attempts lastError nextAttemptAt leaseUntil acceptIncomplete archiveUrl artifacts{name fileName byteLength sha256 url}timeline{at action actor{id name}}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<RecordingQuery, RecordingQueryVariables>;


export const RecordingsDocument = "query Recordings($first:Int$after:String$last:Int$before:String$filter:SessionFilter$orderBy:SessionOrder){sessions(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){edges{node{...RecordingRow}}pageInfo{...PageEdges}totalCount}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<RecordingsQuery, RecordingsQueryVariables>;


export const ReviewQueueLengthDocument = "query ReviewQueueLength($filter:ReviewFilter){reviewQueue(first:0 filter:$filter){totalCount}}" as OperationText<ReviewQueueLengthQuery, ReviewQueueLengthQueryVariables>;


export const TakeNextForReviewDocument = "mutation TakeNextForReview($filter:ReviewFilter$skip:[ID!]!){takeNextForReview(filter:$filter skip:$skip){session{...HeardRecording}}}fragment HeardRecording on RecitalSession{...RecordingRow reviewReason reviewedAt preview{audioUrl audioMimeType captions{sequence startSeconds endSeconds text paragraph sentence}expiresAt}review{version reviewersWanted claimedUntil claimedBy{id name}decisions{decision reason stale decidedAt reviewer{id name}}verdicts{sequence verdict note stale reviewer{id name}}}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<TakeNextForReviewMutation, TakeNextForReviewMutationVariables>;


export const GiveBackReviewDocument = "mutation GiveBackReview{giveBackReview}" as OperationText<GiveBackReviewMutation, GiveBackReviewMutationVariables>;


export const HeardRecordingDocument = "query HeardRecording($id:ID!){session(id:$id){...HeardRecording}}fragment HeardRecording on RecitalSession{...RecordingRow reviewReason reviewedAt preview{audioUrl audioMimeType captions{sequence startSeconds endSeconds text paragraph sentence}expiresAt}review{version reviewersWanted claimedUntil claimedBy{id name}decisions{decision reason stale decidedAt reviewer{id name}}verdicts{sequence verdict note stale reviewer{id name}}}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<HeardRecordingQuery, HeardRecordingQueryVariables>;


export const JudgeSentenceDocument = "mutation JudgeSentence($sessionId:ID!$version:Int!$sequence:Int!$verdict:SentenceVerdictKind!$note:String){judgeSentence(sessionId:$sessionId version:$version sequence:$sequence verdict:$verdict note:$note){sequence verdict note stale}}" as OperationText<JudgeSentenceMutation, JudgeSentenceMutationVariables>;


export const WithdrawSentenceVerdictDocument = "mutation WithdrawSentenceVerdict($sessionId:ID!$sequence:Int!){withdrawSentenceVerdict(sessionId:$sessionId sequence:$sequence)}" as OperationText<WithdrawSentenceVerdictMutation, WithdrawSentenceVerdictMutationVariables>;


export const JudgeRecordingDocument = "mutation JudgeRecording($sessionId:ID!$version:Int!$decision:ReviewOutcome!$reason:String){judgeRecording(sessionId:$sessionId version:$version decision:$decision reason:$reason){id reviewOutcome}}" as OperationText<JudgeRecordingMutation, JudgeRecordingMutationVariables>;


export const WithdrawReviewDocument = "mutation WithdrawReview($sessionId:ID!){withdrawReview(sessionId:$sessionId){...HeardRecording}}fragment HeardRecording on RecitalSession{...RecordingRow reviewReason reviewedAt preview{audioUrl audioMimeType captions{sequence startSeconds endSeconds text paragraph sentence}expiresAt}review{version reviewersWanted claimedUntil claimedBy{id name}decisions{decision reason stale decidedAt reviewer{id name}}verdicts{sequence verdict note stale reviewer{id name}}}}fragment RecordingRow on RecitalSession{id user{...PersonRow}text{id title language}status kept disavowed endReason attention reviewOutcome durationSeconds sentenceCount startedAt createdAt}fragment PersonRow on User{id name email picture group createdAt}" as OperationText<WithdrawReviewMutation, WithdrawReviewMutationVariables>;


export const WantReviewersDocument = "mutation WantReviewers($sessionId:ID!$reviewers:Int!){wantReviewers(sessionId:$sessionId reviewers:$reviewers){id reviewOutcome}}" as OperationText<WantReviewersMutation, WantReviewersMutationVariables>;


export const SettingsDocument = "query Settings{settings{name description value defaultValue given secret}clientConfig{version developmentMode}}" as OperationText<SettingsQuery, SettingsQueryVariables>;


export const ImportLinksDocument = "mutation ImportLinks($input:WikiTextsInput!){createTextsFromWiki(input:$input){batch{...BatchProgress}links{link reason import{id}}}}fragment BatchProgress on TextBatch{id queued running done failed}" as OperationText<ImportLinksMutation, ImportLinksMutationVariables>;


export const ImportFileDocument = "mutation ImportFile($input:FileTextInput!$file:Upload!){createTextFromFile(input:$input file:$file){id}}" as OperationText<ImportFileMutation, ImportFileMutationVariables>;


export const ImportBatchDocument = "query ImportBatch($batch:ID!$states:[TextImportState!]){textBatch(id:$batch){...BatchProgress}textImports(first:100 filter:{batch:$batch states:$states}){edges{node{...ImportRow}}}}fragment BatchProgress on TextBatch{id queued running done failed}fragment ImportRow on TextImport{id batch sourceKind source language public state progress reason createdAt texts{id title language}}" as OperationText<ImportBatchQuery, ImportBatchQueryVariables>;


export const EarlierImportsDocument = "query EarlierImports($first:Int$after:String$states:[TextImportState!]){textImports(first:$first after:$after filter:{states:$states}){edges{node{...ImportRow owner{id name}}}pageInfo{...PageEdges}}}fragment ImportRow on TextImport{id batch sourceKind source language public state progress reason createdAt texts{id title language}}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<EarlierImportsQuery, EarlierImportsQueryVariables>;


export const PublishTextDocument = "mutation PublishText($id:ID!){publishText(id:$id){id public}}" as OperationText<PublishTextMutation, PublishTextMutationVariables>;


export const UnpublishTextDocument = "mutation UnpublishText($id:ID!){unpublishText(id:$id){id public}}" as OperationText<UnpublishTextMutation, UnpublishTextMutationVariables>;


export const ArchiveTextDocument = "mutation ArchiveText($id:ID!$archived:Boolean!){archiveText(id:$id archived:$archived){id archivedAt}}" as OperationText<ArchiveTextMutation, ArchiveTextMutationVariables>;


export const UpdateTextDocument = "mutation UpdateText($id:ID!$input:UpdateTextInput!){updateText(id:$id input:$input){id title language}}" as OperationText<UpdateTextMutation, UpdateTextMutationVariables>;


export const EditTextDocument = "mutation EditText($id:ID!$expectedRevision:Int!$paragraphs:[[String!]!]!){editText(id:$id expectedRevision:$expectedRevision paragraphs:$paragraphs){id currentRevision{id number}}}" as OperationText<EditTextMutation, EditTextMutationVariables>;


export const DeleteTextDocument = "mutation DeleteText($id:ID!){deleteText(id:$id)}" as OperationText<DeleteTextMutation, DeleteTextMutationVariables>;


export const ReportedSentencesDocument = "query ReportedSentences($first:Int$after:String$last:Int$before:String$filter:ReportFilter){reportedSentences(first:$first after:$after last:$last before:$before filter:$filter){edges{node{...ReportRow}}pageInfo{...PageEdges}totalCount}}fragment ReportRow on ReportedSentence{id text reason reportedAt sessionId revision corrected document{id title language}speaker{id name}}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<ReportedSentencesQuery, ReportedSentencesQueryVariables>;


export const ReportTotalsDocument = "query ReportTotals($textId:ID){reportCounts(textId:$textId){reason reports}}" as OperationText<ReportTotalsQuery, ReportTotalsQueryVariables>;


export const TextsDocument = "query Texts($first:Int$after:String$last:Int$before:String$filter:TextFilter$orderBy:TextOrder){texts(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){edges{node{...TextRow}}pageInfo{...PageEdges}totalCount}}fragment TextRow on TextDocument{id title language sourceKind public archivedAt createdAt recordings recordedSeconds owner{id name}currentRevision{id number sentenceCount wordCount}}fragment PageEdges on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}" as OperationText<TextsQuery, TextsQueryVariables>;


export const TextDocument = "query Text($id:ID!){text(id:$id){...TextRow source updatedAt}reportCounts(textId:$id){reason reports}sentenceReadings(textId:$id){paragraph sentence readings}}fragment TextRow on TextDocument{id title language sourceKind public archivedAt createdAt recordings recordedSeconds owner{id name}currentRevision{id number sentenceCount wordCount}}" as OperationText<TextQuery, TextQueryVariables>;


export const TextSentencesDocument = "query TextSentences($id:ID!){text(id:$id){id title language currentRevision{id number paragraphs}}sentenceReadings(textId:$id){paragraph sentence readings reports}}" as OperationText<TextSentencesQuery, TextSentencesQueryVariables>;


export const usePrepareGoogleSignInMutation = () => useMutation<PrepareGoogleSignInMutation, PrepareGoogleSignInMutationVariables>(PrepareGoogleSignInDocument);


export const useLoginWithGoogleMutation = () => useMutation<LoginWithGoogleMutation, LoginWithGoogleMutationVariables>(LoginWithGoogleDocument);


export const useMeQuery = (
  variables: MaybeRefOrGetter<MeQueryVariables> = {},
  options: QueryOptions<MeQuery, MeQueryVariables> = {},
) =>
  useQuery<MeQuery, MeQueryVariables>({
    ...options,
    query: MeDocument,
    variables: () => toValue(variables),
  });


export const useSignInAsDevelopmentUserMutation = () => useMutation<SignInAsDevelopmentUserMutation, SignInAsDevelopmentUserMutationVariables>(SignInAsDevelopmentUserDocument);


export const useSignInOptionsQuery = (
  variables: MaybeRefOrGetter<SignInOptionsQueryVariables> = {},
  options: QueryOptions<SignInOptionsQuery, SignInOptionsQueryVariables> = {},
) =>
  useQuery<SignInOptionsQuery, SignInOptionsQueryVariables>({
    ...options,
    query: SignInOptionsDocument,
    variables: () => toValue(variables),
  });


export const useSignOutMutation = () => useMutation<SignOutMutation, SignOutMutationVariables>(SignOutDocument);


export const useAuditLogQuery = (
  variables: MaybeRefOrGetter<AuditLogQueryVariables> = {},
  options: QueryOptions<AuditLogQuery, AuditLogQueryVariables> = {},
) =>
  useQuery<AuditLogQuery, AuditLogQueryVariables>({
    ...options,
    query: AuditLogDocument,
    variables: () => toValue(variables),
  });


export const useMenuCountsQuery = (
  variables: MaybeRefOrGetter<MenuCountsQueryVariables> = {},
  options: QueryOptions<MenuCountsQuery, MenuCountsQueryVariables> = {},
) =>
  useQuery<MenuCountsQuery, MenuCountsQueryVariables>({
    ...options,
    query: MenuCountsDocument,
    variables: () => toValue(variables),
  });


export const useServerNoticeQuery = (
  variables: MaybeRefOrGetter<ServerNoticeQueryVariables> = {},
  options: QueryOptions<ServerNoticeQuery, ServerNoticeQueryVariables> = {},
) =>
  useQuery<ServerNoticeQuery, ServerNoticeQueryVariables>({
    ...options,
    query: ServerNoticeDocument,
    variables: () => toValue(variables),
  });


export const useInvitesQuery = (
  variables: MaybeRefOrGetter<InvitesQueryVariables> = {},
  options: QueryOptions<InvitesQuery, InvitesQueryVariables> = {},
) =>
  useQuery<InvitesQuery, InvitesQueryVariables>({
    ...options,
    query: InvitesDocument,
    variables: () => toValue(variables),
  });


export const useCreateInviteMutation = () => useMutation<CreateInviteMutation, CreateInviteMutationVariables>(CreateInviteDocument);


export const useRevokeInviteMutation = () => useMutation<RevokeInviteMutation, RevokeInviteMutationVariables>(RevokeInviteDocument);


export const useOverviewQuery = (
  variables: MaybeRefOrGetter<OverviewQueryVariables> = {},
  options: QueryOptions<OverviewQuery, OverviewQueryVariables> = {},
) =>
  useQuery<OverviewQuery, OverviewQueryVariables>({
    ...options,
    query: OverviewDocument,
    variables: () => toValue(variables),
  });


export const useStatsPerDayQuery = (
  variables: MaybeRefOrGetter<StatsPerDayQueryVariables>,
  options: QueryOptions<StatsPerDayQuery, StatsPerDayQueryVariables> = {},
) =>
  useQuery<StatsPerDayQuery, StatsPerDayQueryVariables>({
    ...options,
    query: StatsPerDayDocument,
    variables: () => toValue(variables),
  });


export const useApproveSpeakersMutation = () => useMutation<ApproveSpeakersMutation, ApproveSpeakersMutationVariables>(ApproveSpeakersDocument);


export const useChangeGroupMutation = () => useMutation<ChangeGroupMutation, ChangeGroupMutationVariables>(ChangeGroupDocument);


export const useEndSignInsMutation = () => useMutation<EndSignInsMutation, EndSignInsMutationVariables>(EndSignInsDocument);


export const useDeletePersonMutation = () => useMutation<DeletePersonMutation, DeletePersonMutationVariables>(DeletePersonDocument);


export const usePeopleQuery = (
  variables: MaybeRefOrGetter<PeopleQueryVariables> = {},
  options: QueryOptions<PeopleQuery, PeopleQueryVariables> = {},
) =>
  useQuery<PeopleQuery, PeopleQueryVariables>({
    ...options,
    query: PeopleDocument,
    variables: () => toValue(variables),
  });


export const usePersonQuery = (
  variables: MaybeRefOrGetter<PersonQueryVariables>,
  options: QueryOptions<PersonQuery, PersonQueryVariables> = {},
) =>
  useQuery<PersonQuery, PersonQueryVariables>({
    ...options,
    query: PersonDocument,
    variables: () => toValue(variables),
  });


export const usePersonRecordingsQuery = (
  variables: MaybeRefOrGetter<PersonRecordingsQueryVariables>,
  options: QueryOptions<PersonRecordingsQuery, PersonRecordingsQueryVariables> = {},
) =>
  useQuery<PersonRecordingsQuery, PersonRecordingsQueryVariables>({
    ...options,
    query: PersonRecordingsDocument,
    variables: () => toValue(variables),
  });


export const useJobsQuery = (
  variables: MaybeRefOrGetter<JobsQueryVariables> = {},
  options: QueryOptions<JobsQuery, JobsQueryVariables> = {},
) =>
  useQuery<JobsQuery, JobsQueryVariables>({
    ...options,
    query: JobsDocument,
    variables: () => toValue(variables),
  });


export const useQueueStateQuery = (
  variables: MaybeRefOrGetter<QueueStateQueryVariables> = {},
  options: QueryOptions<QueueStateQuery, QueueStateQueryVariables> = {},
) =>
  useQuery<QueueStateQuery, QueueStateQueryVariables>({
    ...options,
    query: QueueStateDocument,
    variables: () => toValue(variables),
  });


export const useRetryJobMutation = () => useMutation<RetryJobMutation, RetryJobMutationVariables>(RetryJobDocument);


export const useCancelJobMutation = () => useMutation<CancelJobMutation, CancelJobMutationVariables>(CancelJobDocument);


export const useFindPeopleQuery = (
  variables: MaybeRefOrGetter<FindPeopleQueryVariables>,
  options: QueryOptions<FindPeopleQuery, FindPeopleQueryVariables> = {},
) =>
  useQuery<FindPeopleQuery, FindPeopleQueryVariables>({
    ...options,
    query: FindPeopleDocument,
    variables: () => toValue(variables),
  });


export const useFindTextsQuery = (
  variables: MaybeRefOrGetter<FindTextsQueryVariables>,
  options: QueryOptions<FindTextsQuery, FindTextsQueryVariables> = {},
) =>
  useQuery<FindTextsQuery, FindTextsQueryVariables>({
    ...options,
    query: FindTextsDocument,
    variables: () => toValue(variables),
  });


export const useFilterTextNameQuery = (
  variables: MaybeRefOrGetter<FilterTextNameQueryVariables>,
  options: QueryOptions<FilterTextNameQuery, FilterTextNameQueryVariables> = {},
) =>
  useQuery<FilterTextNameQuery, FilterTextNameQueryVariables>({
    ...options,
    query: FilterTextNameDocument,
    variables: () => toValue(variables),
  });


export const useRetryRecordingMutation = () => useMutation<RetryRecordingMutation, RetryRecordingMutationVariables>(RetryRecordingDocument);


export const useFinaliseIncompleteMutation = () => useMutation<FinaliseIncompleteMutation, FinaliseIncompleteMutationVariables>(FinaliseIncompleteDocument);


export const useConfirmAbandonedMutation = () => useMutation<ConfirmAbandonedMutation, ConfirmAbandonedMutationVariables>(ConfirmAbandonedDocument);


export const useDiscardRecordingMutation = () => useMutation<DiscardRecordingMutation, DiscardRecordingMutationVariables>(DiscardRecordingDocument);


export const useRecordingQuery = (
  variables: MaybeRefOrGetter<RecordingQueryVariables>,
  options: QueryOptions<RecordingQuery, RecordingQueryVariables> = {},
) =>
  useQuery<RecordingQuery, RecordingQueryVariables>({
    ...options,
    query: RecordingDocument,
    variables: () => toValue(variables),
  });


export const useRecordingsQuery = (
  variables: MaybeRefOrGetter<RecordingsQueryVariables> = {},
  options: QueryOptions<RecordingsQuery, RecordingsQueryVariables> = {},
) =>
  useQuery<RecordingsQuery, RecordingsQueryVariables>({
    ...options,
    query: RecordingsDocument,
    variables: () => toValue(variables),
  });


export const useReviewQueueLengthQuery = (
  variables: MaybeRefOrGetter<ReviewQueueLengthQueryVariables> = {},
  options: QueryOptions<ReviewQueueLengthQuery, ReviewQueueLengthQueryVariables> = {},
) =>
  useQuery<ReviewQueueLengthQuery, ReviewQueueLengthQueryVariables>({
    ...options,
    query: ReviewQueueLengthDocument,
    variables: () => toValue(variables),
  });


export const useTakeNextForReviewMutation = () => useMutation<TakeNextForReviewMutation, TakeNextForReviewMutationVariables>(TakeNextForReviewDocument);


export const useGiveBackReviewMutation = () => useMutation<GiveBackReviewMutation, GiveBackReviewMutationVariables>(GiveBackReviewDocument);


export const useHeardRecordingQuery = (
  variables: MaybeRefOrGetter<HeardRecordingQueryVariables>,
  options: QueryOptions<HeardRecordingQuery, HeardRecordingQueryVariables> = {},
) =>
  useQuery<HeardRecordingQuery, HeardRecordingQueryVariables>({
    ...options,
    query: HeardRecordingDocument,
    variables: () => toValue(variables),
  });


export const useJudgeSentenceMutation = () => useMutation<JudgeSentenceMutation, JudgeSentenceMutationVariables>(JudgeSentenceDocument);


export const useWithdrawSentenceVerdictMutation = () => useMutation<WithdrawSentenceVerdictMutation, WithdrawSentenceVerdictMutationVariables>(WithdrawSentenceVerdictDocument);


export const useJudgeRecordingMutation = () => useMutation<JudgeRecordingMutation, JudgeRecordingMutationVariables>(JudgeRecordingDocument);


export const useWithdrawReviewMutation = () => useMutation<WithdrawReviewMutation, WithdrawReviewMutationVariables>(WithdrawReviewDocument);


export const useWantReviewersMutation = () => useMutation<WantReviewersMutation, WantReviewersMutationVariables>(WantReviewersDocument);


export const useSettingsQuery = (
  variables: MaybeRefOrGetter<SettingsQueryVariables> = {},
  options: QueryOptions<SettingsQuery, SettingsQueryVariables> = {},
) =>
  useQuery<SettingsQuery, SettingsQueryVariables>({
    ...options,
    query: SettingsDocument,
    variables: () => toValue(variables),
  });


export const useImportLinksMutation = () => useMutation<ImportLinksMutation, ImportLinksMutationVariables>(ImportLinksDocument);


export const useImportFileMutation = () => useMutation<ImportFileMutation, ImportFileMutationVariables>(ImportFileDocument);


export const useImportBatchQuery = (
  variables: MaybeRefOrGetter<ImportBatchQueryVariables>,
  options: QueryOptions<ImportBatchQuery, ImportBatchQueryVariables> = {},
) =>
  useQuery<ImportBatchQuery, ImportBatchQueryVariables>({
    ...options,
    query: ImportBatchDocument,
    variables: () => toValue(variables),
  });


export const useEarlierImportsQuery = (
  variables: MaybeRefOrGetter<EarlierImportsQueryVariables> = {},
  options: QueryOptions<EarlierImportsQuery, EarlierImportsQueryVariables> = {},
) =>
  useQuery<EarlierImportsQuery, EarlierImportsQueryVariables>({
    ...options,
    query: EarlierImportsDocument,
    variables: () => toValue(variables),
  });


export const usePublishTextMutation = () => useMutation<PublishTextMutation, PublishTextMutationVariables>(PublishTextDocument);


export const useUnpublishTextMutation = () => useMutation<UnpublishTextMutation, UnpublishTextMutationVariables>(UnpublishTextDocument);


export const useArchiveTextMutation = () => useMutation<ArchiveTextMutation, ArchiveTextMutationVariables>(ArchiveTextDocument);


export const useUpdateTextMutation = () => useMutation<UpdateTextMutation, UpdateTextMutationVariables>(UpdateTextDocument);


export const useEditTextMutation = () => useMutation<EditTextMutation, EditTextMutationVariables>(EditTextDocument);


export const useDeleteTextMutation = () => useMutation<DeleteTextMutation, DeleteTextMutationVariables>(DeleteTextDocument);


export const useReportedSentencesQuery = (
  variables: MaybeRefOrGetter<ReportedSentencesQueryVariables> = {},
  options: QueryOptions<ReportedSentencesQuery, ReportedSentencesQueryVariables> = {},
) =>
  useQuery<ReportedSentencesQuery, ReportedSentencesQueryVariables>({
    ...options,
    query: ReportedSentencesDocument,
    variables: () => toValue(variables),
  });


export const useReportTotalsQuery = (
  variables: MaybeRefOrGetter<ReportTotalsQueryVariables> = {},
  options: QueryOptions<ReportTotalsQuery, ReportTotalsQueryVariables> = {},
) =>
  useQuery<ReportTotalsQuery, ReportTotalsQueryVariables>({
    ...options,
    query: ReportTotalsDocument,
    variables: () => toValue(variables),
  });


export const useTextsQuery = (
  variables: MaybeRefOrGetter<TextsQueryVariables> = {},
  options: QueryOptions<TextsQuery, TextsQueryVariables> = {},
) =>
  useQuery<TextsQuery, TextsQueryVariables>({
    ...options,
    query: TextsDocument,
    variables: () => toValue(variables),
  });


export const useTextQuery = (
  variables: MaybeRefOrGetter<TextQueryVariables>,
  options: QueryOptions<TextQuery, TextQueryVariables> = {},
) =>
  useQuery<TextQuery, TextQueryVariables>({
    ...options,
    query: TextDocument,
    variables: () => toValue(variables),
  });


export const useTextSentencesQuery = (
  variables: MaybeRefOrGetter<TextSentencesQueryVariables>,
  options: QueryOptions<TextSentencesQuery, TextSentencesQueryVariables> = {},
) =>
  useQuery<TextSentencesQuery, TextSentencesQueryVariables>({
    ...options,
    query: TextSentencesDocument,
    variables: () => toValue(variables),
  });
