/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { useMutation, useQuery, type AnyVariables, type UseQueryArgs } from '@urql/vue';
import { toValue, type MaybeRefOrGetter } from 'vue';
/** What a speaker said of the biological sex, which shapes a voice. */
export type BiologicalSex =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Would rather not say. */
  | 'UNSPECIFIED';

/** What the browser says of the microphone and the recorder when a recital begins. */
export type CaptureInput = {
  /** Whether the browser evens out the loudness. */
  autoGainControl?: boolean | null | undefined;
  /** How many channels are recorded. */
  channelCount?: number | null | undefined;
  /** Name of the microphone. */
  deviceLabel?: string | null | undefined;
  /** Whether the browser takes echoes out. */
  echoCancellation?: boolean | null | undefined;
  /** Type of all segments of this recital, such as `audio/webm;codecs=opus`. */
  mimeType: string;
  /** Whether the browser takes noise out. */
  noiseSuppression?: boolean | null | undefined;
  /** Samples a second, in Hz. */
  sampleRate?: number | null | undefined;
  /** Name and version of the browser. */
  userAgent?: string | null | undefined;
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

/** How often a speaker means to reach a goal. */
export type GoalPeriod =
  /** Every day. */
  | 'DAY'
  /** Every week; weeks begin on Sunday. */
  | 'WEEK';

/** Where a text is taken in from. */
export type ImportSourceKind =
  /** A file. */
  | 'FILE_UPLOAD'
  /** An article of a wiki. */
  | 'WIKI_ARTICLE';

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

/** A text to read aloud, as it was typed or pasted. */
export type PlainTextInput = {
  /** The language it is written in; it decides how sentences are told apart. */
  language: Language;
  /** True: every speaker may read it (admins only). Private if left out. */
  public?: boolean | null | undefined;
  /** The text itself; line breaks set paragraphs apart, sentences are found by the server. */
  text: string;
  /** At most 200 characters; made of the first words if left out. */
  title?: string | null | undefined;
};

/** What to say about the voice; what is left out stays as it is. */
export type ProfileInput = {
  /** Null takes the answer back. */
  biologicalSex?: BiologicalSex | null | undefined;
  /** From 1920 to 16 years ago; null takes the year back (UNKNOWN), unless the answer says otherwise. */
  yearOfBirth?: number | null | undefined;
  /** DECLINED or UNKNOWN, without a year. GIVEN may be left out beside a year. */
  yearOfBirthAnswer?: YearOfBirthAnswer | null | undefined;
};

/** How much to read. */
export type ReadingGoalInput = {
  /** Minutes: 1 to 120 a day, or 1 to 840 a week. */
  minutes: number;
  /** Every day or every week. */
  period: GoalPeriod;
};

/** What came of listening to a finished recording. */
export type ReviewOutcome =
  /** It is good. */
  | 'ACCEPTED'
  /** It is not used. */
  | 'REJECTED'
  /** The speaker is asked to read it once more; the reason says why. */
  | 'RETURNED';

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

/** Which imports; conditions that are given all hold. */
export type TextImportFilter = {
  /** Only what was sent together under this name. */
  batch?: string | number | null | undefined;
  /** True: only imports of the caller; admins see those of everybody otherwise. */
  mine?: boolean | null | undefined;
  /** Only imports in one of these states. */
  states?: Array<TextImportState> | null | undefined;
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

/** What a user may do. */
export type UserGroup =
  /** Everything a speaker may, and sees and manages everyone and everything. */
  | 'ADMIN'
  /** Reads texts aloud, and sees the own texts, the public ones and the own recitals. */
  | 'SPEAKER';

/** An article to read aloud. */
export type WikiTextInput = {
  /** A UUID of the client, the same for everything that it sends together. */
  batch?: string | number | null | undefined;
  /** True: every speaker may read it (admins only). Private if left out. */
  public?: boolean | null | undefined;
  /** At most 200 characters; the article's own title if left out. */
  title?: string | null | undefined;
  /** Its link as the browser shows it: Wikipedia in Hebrew, Yiddish or English, or the Yiddish Hamichlol. */
  url: string;
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
  inviteCode?: string | null | undefined;
}>;


export type LoginWithGoogleMutation = { loginWithGoogle: { user: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null, agreementRequired: boolean, agreementSignedAt: string | null } } };

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { logout: boolean };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null, agreementRequired: boolean, agreementSignedAt: string | null } };

export type SignedInUserFragment = { id: string, email: string, name: string, picture: string | null, group: UserGroup | null, agreementRequired: boolean, agreementSignedAt: string | null };

export type SignInAsDevelopmentUserMutationVariables = Exact<{
  email: string;
}>;


export type SignInAsDevelopmentUserMutation = { signInAsDevelopmentUser: { user: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null, agreementRequired: boolean, agreementSignedAt: string | null } } };

export type SiteTotalsQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteTotalsQuery = { totals: { recordings: number, durationSeconds: number } };

export type AgreementQueryVariables = Exact<{
  language: Language;
}>;


export type AgreementQuery = { agreement: { version: string, language: Language, title: string, html: string, sha256: string } };

export type AgreeToTermsMutationVariables = Exact<{
  version: string;
  language: Language;
}>;


export type AgreeToTermsMutation = { agreeToTerms: { id: string, email: string, name: string, picture: string | null, group: UserGroup | null, agreementRequired: boolean, agreementSignedAt: string | null } };

export type AnalyticsProjectQueryVariables = Exact<{ [key: string]: never; }>;


export type AnalyticsProjectQuery = { clientConfig: { version: string, analytics: { key: string, host: string } | null } };

export type ClientConfigQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientConfigQuery = { clientConfig: { version: string, developmentMode: boolean, developmentSignInAnywhere: boolean, developmentAutoLogin: string | null, driftingLetters: boolean, maxSessionSeconds: number, segmentSeconds: number, maxSegmentBytes: number, developmentUsers: Array<{ email: string, name: string, group: UserGroup | null }>, google: { clientId: string, scriptUrl: string } | null } };

export type HelpSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type HelpSourcesQuery = { clientConfig: { helpVideoId: string | null, helpFaqUrl: string | null } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutEverywhereMutation = { logoutEverywhere: boolean };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { me: { id: string, profile: { yearOfBirth: number | null, yearOfBirthAnswer: YearOfBirthAnswer, biologicalSex: BiologicalSex | null } } };

export type OwnProfileFragment = { profile: { yearOfBirth: number | null, yearOfBirthAnswer: YearOfBirthAnswer, biologicalSex: BiologicalSex | null } };

export type UpdateProfileMutationVariables = Exact<{
  input: ProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { id: string, profile: { yearOfBirth: number | null, yearOfBirthAnswer: YearOfBirthAnswer, biologicalSex: BiologicalSex | null } } };

export type ExportMyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportMyDataQuery = { exportMyData: { url: string } };

export type DeleteMyAccountMutationVariables = Exact<{
  email: string;
}>;


export type DeleteMyAccountMutation = { deleteMyAccount: boolean };

export type TextToReadQueryVariables = Exact<{
  id: string | number;
}>;


export type TextToReadQuery = { text: { id: string, title: string, language: Language, currentRevision: { id: string, sentenceCount: number, paragraphs: Array<Array<string>> }, progress: { paragraph: number, sentence: number, lastReadAt: string } | null } };

export type DiscardRecordingMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type DiscardRecordingMutation = { discardSession: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, reviewOutcome: ReviewOutcome | null, reviewReason: string | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, text: { id: string, title: string, language: Language } } };

export type RecordingQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordingQuery = { session: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, reviewOutcome: ReviewOutcome | null, reviewReason: string | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, preview: { audioUrl: string, audioMimeType: string, expiresAt: string, captions: Array<{ startSeconds: number, endSeconds: number, text: string, paragraph: number, sentence: number }> } | null, text: { id: string, title: string, language: Language } } };

export type RecordingsQueryVariables = Exact<{
  userId: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type RecordingsQuery = { sessions: { edges: Array<{ cursor: string, node: { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, reviewOutcome: ReviewOutcome | null, reviewReason: string | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, text: { id: string, title: string, language: Language } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordingListItemFragment = { id: string, status: SessionStatus, kept: boolean, disavowed: boolean, attention: SessionAttention | null, endReason: SessionEndReason | null, reviewOutcome: ReviewOutcome | null, reviewReason: string | null, durationSeconds: number | null, sentenceCount: number, startedAt: string, text: { id: string, title: string, language: Language } };

export type StandingQueryVariables = Exact<{
  timeZone: string;
}>;


export type StandingQuery = { myStats: { durationSeconds: number, recordings: number, rank: number | null, nextHigherSeconds: number | null, streakDays: number, recentDays: Array<{ day: string, durationSeconds: number }>, goal: { period: GoalPeriod, minutes: number, givenSeconds: number } | null }, leaderboard: { entries: Array<{ rank: number, name: string, durationSeconds: number, recordings: number, joinedAt: string, isMe: boolean }>, me: { rank: number, name: string, durationSeconds: number, recordings: number, joinedAt: string, isMe: boolean } | null }, totals: { durationSeconds: number, recordings: number, speakers: number } };

export type SetReadingGoalMutationVariables = Exact<{
  goal?: ReadingGoalInput | null | undefined;
  timeZone: string;
}>;


export type SetReadingGoalMutation = { setReadingGoal: { durationSeconds: number, recordings: number, rank: number | null, nextHigherSeconds: number | null, streakDays: number, recentDays: Array<{ day: string, durationSeconds: number }>, goal: { period: GoalPeriod, minutes: number, givenSeconds: number } | null } };

export type OwnStatsFragment = { durationSeconds: number, recordings: number, rank: number | null, nextHigherSeconds: number | null, streakDays: number, recentDays: Array<{ day: string, durationSeconds: number }>, goal: { period: GoalPeriod, minutes: number, givenSeconds: number } | null };

export type LeaderboardRowFragment = { rank: number, name: string, durationSeconds: number, recordings: number, joinedAt: string, isMe: boolean };

export type CreateTextFromPlainTextMutationVariables = Exact<{
  input: PlainTextInput;
}>;


export type CreateTextFromPlainTextMutation = { createTextFromPlainText: { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number }, progress: { sentencesRead: number } | null } };

export type CreateTextFromWikiMutationVariables = Exact<{
  input: WikiTextInput;
}>;


export type CreateTextFromWikiMutation = { createTextFromWiki: { id: string, state: TextImportState, progress: number, source: string, sourceKind: ImportSourceKind, language: Language, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, currentRevision: { id: string, sentenceCount: number } }> } };

export type CreateTextFromFileMutationVariables = Exact<{
  input: FileTextInput;
  file: Blob;
}>;


export type CreateTextFromFileMutation = { createTextFromFile: { id: string, state: TextImportState, progress: number, source: string, sourceKind: ImportSourceKind, language: Language, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, currentRevision: { id: string, sentenceCount: number } }> } };

export type TextToEditQueryVariables = Exact<{
  id: string | number;
}>;


export type TextToEditQuery = { text: { id: string, title: string, language: Language, public: boolean, mine: boolean, archivedAt: string | null, currentRevision: { id: string, number: number, paragraphs: Array<Array<string>> } } };

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


export type EditTextMutation = { editText: { id: string, title: string, language: Language, public: boolean, mine: boolean, archivedAt: string | null, currentRevision: { id: string, number: number, paragraphs: Array<Array<string>> } } };

export type ArchiveTextMutationVariables = Exact<{
  id: string | number;
  archived: boolean;
}>;


export type ArchiveTextMutation = { archiveText: { id: string, archivedAt: string | null } };

export type DeleteTextMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteTextMutation = { deleteText: string };

export type EditedTextFragment = { id: string, title: string, language: Language, public: boolean, mine: boolean, archivedAt: string | null, currentRevision: { id: string, number: number, paragraphs: Array<Array<string>> } };

export type TextImportStateQueryVariables = Exact<{
  id: string | number;
}>;


export type TextImportStateQuery = { textImport: { id: string, state: TextImportState, progress: number, source: string, sourceKind: ImportSourceKind, language: Language, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, currentRevision: { id: string, sentenceCount: number } }> } };

export type TextImportsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: TextImportFilter | null | undefined;
}>;


export type TextImportsQuery = { textImports: { edges: Array<{ node: { id: string, state: TextImportState, progress: number, source: string, sourceKind: ImportSourceKind, language: Language, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, currentRevision: { id: string, sentenceCount: number } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportStateFragment = { id: string, state: TextImportState, progress: number, source: string, sourceKind: ImportSourceKind, language: Language, reason: TextRefusal | null, createdAt: string, texts: Array<{ id: string, title: string, currentRevision: { id: string, sentenceCount: number } }> };

export type SuggestTextQueryVariables = Exact<{
  language: Language;
}>;


export type SuggestTextQuery = { suggestText: { url: string, title: string, extract: string, pictureUrl: string | null } };

export type TextsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: TextFilter | null | undefined;
  orderBy?: TextOrder | null | undefined;
}>;


export type TextsQuery = { texts: { edges: Array<{ cursor: string, node: { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number }, progress: { sentencesRead: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TextListItemFragment = { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number }, progress: { sentencesRead: number } | null };

export type UploadTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type UploadTermsQuery = { me: { id: string }, clientConfig: { segmentSeconds: number, maxSegmentBytes: number } };

export type UploadStateQueryVariables = Exact<{
  sessionId: string | number;
}>;


export type UploadStateQuery = { sessionUploadState: { sessionId: string, audioSegments: Array<{ sequence: number, sha256: string }> } };

export type CreateUploadSessionMutationVariables = Exact<{
  clientKey: string;
  textRevisionId: string | number;
  startedAt: string;
  capture: CaptureInput;
}>;


export type CreateUploadSessionMutation = { createSession: { id: string, user: { id: string } } };

export type UploadAudioSegmentMutationVariables = Exact<{
  sessionId: string | number;
  sequence: number;
  byteLength: number;
  sha256: string;
  mimeType: string;
  audio: Blob;
}>;


export type UploadAudioSegmentMutation = { uploadAudioSegment: { sequence: number, sha256: string } };

export type UploadTextSegmentMutationVariables = Exact<{
  sessionId: string | number;
  sequence: number;
  paragraph: number;
  sentence: number;
  seekStart: number;
  seekEnd: number;
  discarded: boolean;
  skipReason?: SkipReason | null | undefined;
}>;


export type UploadTextSegmentMutation = { uploadTextSegment: { sequence: number } };

export type DiscardUploadedTextSegmentsMutationVariables = Exact<{
  sessionId: string | number;
  sequences: Array<number> | number;
}>;


export type DiscardUploadedTextSegmentsMutation = { discardTextSegments: Array<{ sequence: number }> };

export type KeepUploadSessionAliveMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type KeepUploadSessionAliveMutation = { keepSessionAlive: { id: string } };

export type EndUploadSessionMutationVariables = Exact<{
  sessionId: string | number;
  audioSegments: number;
  textSegments: number;
  durationSeconds: number;
  discardedSequences: Array<number> | number;
  endReason: SessionEndReason;
}>;


export type EndUploadSessionMutation = { endSession: { id: string, status: SessionStatus } };

export type DiscardUploadSessionMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type DiscardUploadSessionMutation = { discardSession: { id: string, disavowed: boolean } };


/** An operation as the server is sent it; its type remembers what goes in and what comes out. */
export type OperationText<Data, Variables> = string & { readonly answers?: (variables: Variables) => Data };


/** Everything that useQuery takes beside the document and its variables. */
export type QueryOptions<Data, Variables extends AnyVariables> = Omit<
  UseQueryArgs<Data, Variables>,
  'query' | 'variables'
>;


export const PrepareGoogleSignInDocument = "mutation PrepareGoogleSignIn{prepareGoogleSignIn}" as OperationText<PrepareGoogleSignInMutation, PrepareGoogleSignInMutationVariables>;


export const LoginWithGoogleDocument = "mutation LoginWithGoogle($credential:String!$inviteCode:String){loginWithGoogle(credential:$credential inviteCode:$inviteCode){user{...SignedInUser}}}fragment SignedInUser on User{id email name picture group agreementRequired agreementSignedAt}" as OperationText<LoginWithGoogleMutation, LoginWithGoogleMutationVariables>;


export const LogoutDocument = "mutation Logout{logout}" as OperationText<LogoutMutation, LogoutMutationVariables>;


export const MeDocument = "query Me{me{...SignedInUser}}fragment SignedInUser on User{id email name picture group agreementRequired agreementSignedAt}" as OperationText<MeQuery, MeQueryVariables>;


export const SignInAsDevelopmentUserDocument = "mutation SignInAsDevelopmentUser($email:String!){signInAsDevelopmentUser(email:$email){user{...SignedInUser}}}fragment SignedInUser on User{id email name picture group agreementRequired agreementSignedAt}" as OperationText<SignInAsDevelopmentUserMutation, SignInAsDevelopmentUserMutationVariables>;


export const SiteTotalsDocument = "query SiteTotals{totals{recordings durationSeconds}}" as OperationText<SiteTotalsQuery, SiteTotalsQueryVariables>;


export const AgreementDocument = "query Agreement($language:Language!){agreement(language:$language){version language title html sha256}}" as OperationText<AgreementQuery, AgreementQueryVariables>;


export const AgreeToTermsDocument = "mutation AgreeToTerms($version:String!$language:Language!){agreeToTerms(version:$version language:$language){...SignedInUser}}fragment SignedInUser on User{id email name picture group agreementRequired agreementSignedAt}" as OperationText<AgreeToTermsMutation, AgreeToTermsMutationVariables>;


export const AnalyticsProjectDocument = "query AnalyticsProject{clientConfig{version analytics{key host}}}" as OperationText<AnalyticsProjectQuery, AnalyticsProjectQueryVariables>;


export const ClientConfigDocument = "query ClientConfig{clientConfig{version developmentMode developmentUsers{email name group}developmentSignInAnywhere developmentAutoLogin google{clientId scriptUrl}driftingLetters maxSessionSeconds segmentSeconds maxSegmentBytes}}" as OperationText<ClientConfigQuery, ClientConfigQueryVariables>;


export const HelpSourcesDocument = "query HelpSources{clientConfig{helpVideoId helpFaqUrl}}" as OperationText<HelpSourcesQuery, HelpSourcesQueryVariables>;


export const LogoutEverywhereDocument = "mutation LogoutEverywhere{logoutEverywhere}" as OperationText<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>;


export const ProfileDocument = "query Profile{me{id ...OwnProfile}}fragment OwnProfile on User{profile{yearOfBirth yearOfBirthAnswer biologicalSex}}" as OperationText<ProfileQuery, ProfileQueryVariables>;


export const UpdateProfileDocument = "mutation UpdateProfile($input:ProfileInput!){updateProfile(input:$input){id ...OwnProfile}}fragment OwnProfile on User{profile{yearOfBirth yearOfBirthAnswer biologicalSex}}" as OperationText<UpdateProfileMutation, UpdateProfileMutationVariables>;


export const ExportMyDataDocument = "query ExportMyData{exportMyData{url}}" as OperationText<ExportMyDataQuery, ExportMyDataQueryVariables>;


export const DeleteMyAccountDocument = "mutation DeleteMyAccount($email:String!){deleteMyAccount(email:$email)}" as OperationText<DeleteMyAccountMutation, DeleteMyAccountMutationVariables>;


export const TextToReadDocument = "query TextToRead($id:ID!){text(id:$id){id title language currentRevision{id sentenceCount paragraphs}progress{paragraph sentence lastReadAt}}}" as OperationText<TextToReadQuery, TextToReadQueryVariables>;


export const DiscardRecordingDocument = "mutation DiscardRecording($sessionId:ID!){discardSession(sessionId:$sessionId){...RecordingListItem}}fragment RecordingListItem on RecitalSession{id status kept disavowed attention endReason reviewOutcome reviewReason durationSeconds sentenceCount startedAt text{id title language}}" as OperationText<DiscardRecordingMutation, DiscardRecordingMutationVariables>;


export const RecordingDocument = "query Recording($id:ID!){session(id:$id){...RecordingListItem preview(early:true){audioUrl audioMimeType expiresAt captions{startSeconds endSeconds text paragraph sentence}}}}fragment RecordingListItem on RecitalSession{id status kept disavowed attention endReason reviewOutcome reviewReason durationSeconds sentenceCount startedAt text{id title language}}" as OperationText<RecordingQuery, RecordingQueryVariables>;


export const RecordingsDocument = "query Recordings($userId:ID!$first:Int!=20$after:String){sessions(first:$first after:$after filter:{userId:$userId}){edges{cursor node{...RecordingListItem}}pageInfo{hasNextPage endCursor}}}fragment RecordingListItem on RecitalSession{id status kept disavowed attention endReason reviewOutcome reviewReason durationSeconds sentenceCount startedAt text{id title language}}" as OperationText<RecordingsQuery, RecordingsQueryVariables>;


export const StandingDocument = "query Standing($timeZone:String!){myStats(timeZone:$timeZone){...OwnStats}leaderboard{entries{...LeaderboardRow}me{...LeaderboardRow}}totals{durationSeconds recordings speakers}}fragment OwnStats on MyStats{durationSeconds recordings rank nextHigherSeconds streakDays recentDays{day durationSeconds}goal{period minutes givenSeconds}}fragment LeaderboardRow on LeaderboardEntry{rank name durationSeconds recordings joinedAt isMe}" as OperationText<StandingQuery, StandingQueryVariables>;


export const SetReadingGoalDocument = "mutation SetReadingGoal($goal:ReadingGoalInput$timeZone:String!){setReadingGoal(goal:$goal timeZone:$timeZone){...OwnStats}}fragment OwnStats on MyStats{durationSeconds recordings rank nextHigherSeconds streakDays recentDays{day durationSeconds}goal{period minutes givenSeconds}}" as OperationText<SetReadingGoalMutation, SetReadingGoalMutationVariables>;


export const CreateTextFromPlainTextDocument = "mutation CreateTextFromPlainText($input:PlainTextInput!){createTextFromPlainText(input:$input){...TextListItem}}fragment TextListItem on TextDocument{id title language public mine currentRevision{id sentenceCount wordCount}progress{sentencesRead}}" as OperationText<CreateTextFromPlainTextMutation, CreateTextFromPlainTextMutationVariables>;


export const CreateTextFromWikiDocument = "mutation CreateTextFromWiki($input:WikiTextInput!){createTextFromWiki(input:$input){...ImportState}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<CreateTextFromWikiMutation, CreateTextFromWikiMutationVariables>;


export const CreateTextFromFileDocument = "mutation CreateTextFromFile($input:FileTextInput!$file:Upload!){createTextFromFile(input:$input file:$file){...ImportState}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<CreateTextFromFileMutation, CreateTextFromFileMutationVariables>;


export const TextToEditDocument = "query TextToEdit($id:ID!){text(id:$id){...EditedText}}fragment EditedText on TextDocument{id title language public mine archivedAt currentRevision{id number paragraphs}}" as OperationText<TextToEditQuery, TextToEditQueryVariables>;


export const UpdateTextDocument = "mutation UpdateText($id:ID!$input:UpdateTextInput!){updateText(id:$id input:$input){id title language}}" as OperationText<UpdateTextMutation, UpdateTextMutationVariables>;


export const EditTextDocument = "mutation EditText($id:ID!$expectedRevision:Int!$paragraphs:[[String!]!]!){editText(id:$id expectedRevision:$expectedRevision paragraphs:$paragraphs){...EditedText}}fragment EditedText on TextDocument{id title language public mine archivedAt currentRevision{id number paragraphs}}" as OperationText<EditTextMutation, EditTextMutationVariables>;


export const ArchiveTextDocument = "mutation ArchiveText($id:ID!$archived:Boolean!){archiveText(id:$id archived:$archived){id archivedAt}}" as OperationText<ArchiveTextMutation, ArchiveTextMutationVariables>;


export const DeleteTextDocument = "mutation DeleteText($id:ID!){deleteText(id:$id)}" as OperationText<DeleteTextMutation, DeleteTextMutationVariables>;


export const TextImportStateDocument = "query TextImportState($id:ID!){textImport(id:$id){...ImportState}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<TextImportStateQuery, TextImportStateQueryVariables>;


export const TextImportsDocument = "query TextImports($first:Int!=5$after:String$filter:TextImportFilter){textImports(first:$first after:$after filter:$filter){edges{node{...ImportState}}pageInfo{hasNextPage endCursor}}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<TextImportsQuery, TextImportsQueryVariables>;


export const SuggestTextDocument = "query SuggestText($language:Language!){suggestText(language:$language){url title extract pictureUrl}}" as OperationText<SuggestTextQuery, SuggestTextQueryVariables>;


export const TextsDocument = "query Texts($first:Int!=20$after:String$filter:TextFilter$orderBy:TextOrder){texts(first:$first after:$after filter:$filter orderBy:$orderBy){edges{cursor node{...TextListItem}}pageInfo{hasNextPage endCursor}}}fragment TextListItem on TextDocument{id title language public mine currentRevision{id sentenceCount wordCount}progress{sentencesRead}}" as OperationText<TextsQuery, TextsQueryVariables>;


export const UploadTermsDocument = "query UploadTerms{me{id}clientConfig{segmentSeconds maxSegmentBytes}}" as OperationText<UploadTermsQuery, UploadTermsQueryVariables>;


export const UploadStateDocument = "query UploadState($sessionId:ID!){sessionUploadState(sessionId:$sessionId){sessionId audioSegments{sequence sha256}}}" as OperationText<UploadStateQuery, UploadStateQueryVariables>;


export const CreateUploadSessionDocument = "mutation CreateUploadSession($clientKey:String!$textRevisionId:ID!$startedAt:DateTime!$capture:CaptureInput!){createSession(clientKey:$clientKey textRevisionId:$textRevisionId startedAt:$startedAt capture:$capture){id user{id}}}" as OperationText<CreateUploadSessionMutation, CreateUploadSessionMutationVariables>;


export const UploadAudioSegmentDocument = "mutation UploadAudioSegment($sessionId:ID!$sequence:Int!$byteLength:Int!$sha256:String!$mimeType:String!$audio:Upload!){uploadAudioSegment(sessionId:$sessionId sequence:$sequence byteLength:$byteLength sha256:$sha256 mimeType:$mimeType audio:$audio){sequence sha256}}" as OperationText<UploadAudioSegmentMutation, UploadAudioSegmentMutationVariables>;


export const UploadTextSegmentDocument = "mutation UploadTextSegment($sessionId:ID!$sequence:Int!$paragraph:Int!$sentence:Int!$seekStart:Float!$seekEnd:Float!$discarded:Boolean!$skipReason:SkipReason){uploadTextSegment(sessionId:$sessionId sequence:$sequence paragraph:$paragraph sentence:$sentence seekStart:$seekStart seekEnd:$seekEnd discarded:$discarded skipReason:$skipReason){sequence}}" as OperationText<UploadTextSegmentMutation, UploadTextSegmentMutationVariables>;


export const DiscardUploadedTextSegmentsDocument = "mutation DiscardUploadedTextSegments($sessionId:ID!$sequences:[Int!]!){discardTextSegments(sessionId:$sessionId sequences:$sequences){sequence}}" as OperationText<DiscardUploadedTextSegmentsMutation, DiscardUploadedTextSegmentsMutationVariables>;


export const KeepUploadSessionAliveDocument = "mutation KeepUploadSessionAlive($sessionId:ID!){keepSessionAlive(sessionId:$sessionId){id}}" as OperationText<KeepUploadSessionAliveMutation, KeepUploadSessionAliveMutationVariables>;


export const EndUploadSessionDocument = "mutation EndUploadSession($sessionId:ID!$audioSegments:Int!$textSegments:Int!$durationSeconds:Float!$discardedSequences:[Int!]!$endReason:SessionEndReason!){endSession(sessionId:$sessionId audioSegments:$audioSegments textSegments:$textSegments durationSeconds:$durationSeconds discardedSequences:$discardedSequences endReason:$endReason){id status}}" as OperationText<EndUploadSessionMutation, EndUploadSessionMutationVariables>;


export const DiscardUploadSessionDocument = "mutation DiscardUploadSession($sessionId:ID!){discardSession(sessionId:$sessionId){id disavowed}}" as OperationText<DiscardUploadSessionMutation, DiscardUploadSessionMutationVariables>;


export const usePrepareGoogleSignInMutation = () => useMutation<PrepareGoogleSignInMutation, PrepareGoogleSignInMutationVariables>(PrepareGoogleSignInDocument);


export const useLoginWithGoogleMutation = () => useMutation<LoginWithGoogleMutation, LoginWithGoogleMutationVariables>(LoginWithGoogleDocument);


export const useLogoutMutation = () => useMutation<LogoutMutation, LogoutMutationVariables>(LogoutDocument);


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


export const useSiteTotalsQuery = (
  variables: MaybeRefOrGetter<SiteTotalsQueryVariables> = {},
  options: QueryOptions<SiteTotalsQuery, SiteTotalsQueryVariables> = {},
) =>
  useQuery<SiteTotalsQuery, SiteTotalsQueryVariables>({
    ...options,
    query: SiteTotalsDocument,
    variables: () => toValue(variables),
  });


export const useAgreementQuery = (
  variables: MaybeRefOrGetter<AgreementQueryVariables>,
  options: QueryOptions<AgreementQuery, AgreementQueryVariables> = {},
) =>
  useQuery<AgreementQuery, AgreementQueryVariables>({
    ...options,
    query: AgreementDocument,
    variables: () => toValue(variables),
  });


export const useAgreeToTermsMutation = () => useMutation<AgreeToTermsMutation, AgreeToTermsMutationVariables>(AgreeToTermsDocument);


export const useAnalyticsProjectQuery = (
  variables: MaybeRefOrGetter<AnalyticsProjectQueryVariables> = {},
  options: QueryOptions<AnalyticsProjectQuery, AnalyticsProjectQueryVariables> = {},
) =>
  useQuery<AnalyticsProjectQuery, AnalyticsProjectQueryVariables>({
    ...options,
    query: AnalyticsProjectDocument,
    variables: () => toValue(variables),
  });


export const useClientConfigQuery = (
  variables: MaybeRefOrGetter<ClientConfigQueryVariables> = {},
  options: QueryOptions<ClientConfigQuery, ClientConfigQueryVariables> = {},
) =>
  useQuery<ClientConfigQuery, ClientConfigQueryVariables>({
    ...options,
    query: ClientConfigDocument,
    variables: () => toValue(variables),
  });


export const useHelpSourcesQuery = (
  variables: MaybeRefOrGetter<HelpSourcesQueryVariables> = {},
  options: QueryOptions<HelpSourcesQuery, HelpSourcesQueryVariables> = {},
) =>
  useQuery<HelpSourcesQuery, HelpSourcesQueryVariables>({
    ...options,
    query: HelpSourcesDocument,
    variables: () => toValue(variables),
  });


export const useLogoutEverywhereMutation = () => useMutation<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>(LogoutEverywhereDocument);


export const useProfileQuery = (
  variables: MaybeRefOrGetter<ProfileQueryVariables> = {},
  options: QueryOptions<ProfileQuery, ProfileQueryVariables> = {},
) =>
  useQuery<ProfileQuery, ProfileQueryVariables>({
    ...options,
    query: ProfileDocument,
    variables: () => toValue(variables),
  });


export const useUpdateProfileMutation = () => useMutation<UpdateProfileMutation, UpdateProfileMutationVariables>(UpdateProfileDocument);


export const useExportMyDataQuery = (
  variables: MaybeRefOrGetter<ExportMyDataQueryVariables> = {},
  options: QueryOptions<ExportMyDataQuery, ExportMyDataQueryVariables> = {},
) =>
  useQuery<ExportMyDataQuery, ExportMyDataQueryVariables>({
    ...options,
    query: ExportMyDataDocument,
    variables: () => toValue(variables),
  });


export const useDeleteMyAccountMutation = () => useMutation<DeleteMyAccountMutation, DeleteMyAccountMutationVariables>(DeleteMyAccountDocument);


export const useTextToReadQuery = (
  variables: MaybeRefOrGetter<TextToReadQueryVariables>,
  options: QueryOptions<TextToReadQuery, TextToReadQueryVariables> = {},
) =>
  useQuery<TextToReadQuery, TextToReadQueryVariables>({
    ...options,
    query: TextToReadDocument,
    variables: () => toValue(variables),
  });


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
  variables: MaybeRefOrGetter<RecordingsQueryVariables>,
  options: QueryOptions<RecordingsQuery, RecordingsQueryVariables> = {},
) =>
  useQuery<RecordingsQuery, RecordingsQueryVariables>({
    ...options,
    query: RecordingsDocument,
    variables: () => toValue(variables),
  });


export const useStandingQuery = (
  variables: MaybeRefOrGetter<StandingQueryVariables>,
  options: QueryOptions<StandingQuery, StandingQueryVariables> = {},
) =>
  useQuery<StandingQuery, StandingQueryVariables>({
    ...options,
    query: StandingDocument,
    variables: () => toValue(variables),
  });


export const useSetReadingGoalMutation = () => useMutation<SetReadingGoalMutation, SetReadingGoalMutationVariables>(SetReadingGoalDocument);


export const useCreateTextFromPlainTextMutation = () => useMutation<CreateTextFromPlainTextMutation, CreateTextFromPlainTextMutationVariables>(CreateTextFromPlainTextDocument);


export const useCreateTextFromWikiMutation = () => useMutation<CreateTextFromWikiMutation, CreateTextFromWikiMutationVariables>(CreateTextFromWikiDocument);


export const useCreateTextFromFileMutation = () => useMutation<CreateTextFromFileMutation, CreateTextFromFileMutationVariables>(CreateTextFromFileDocument);


export const useTextToEditQuery = (
  variables: MaybeRefOrGetter<TextToEditQueryVariables>,
  options: QueryOptions<TextToEditQuery, TextToEditQueryVariables> = {},
) =>
  useQuery<TextToEditQuery, TextToEditQueryVariables>({
    ...options,
    query: TextToEditDocument,
    variables: () => toValue(variables),
  });


export const useUpdateTextMutation = () => useMutation<UpdateTextMutation, UpdateTextMutationVariables>(UpdateTextDocument);


export const useEditTextMutation = () => useMutation<EditTextMutation, EditTextMutationVariables>(EditTextDocument);


export const useArchiveTextMutation = () => useMutation<ArchiveTextMutation, ArchiveTextMutationVariables>(ArchiveTextDocument);


export const useDeleteTextMutation = () => useMutation<DeleteTextMutation, DeleteTextMutationVariables>(DeleteTextDocument);


export const useTextImportStateQuery = (
  variables: MaybeRefOrGetter<TextImportStateQueryVariables>,
  options: QueryOptions<TextImportStateQuery, TextImportStateQueryVariables> = {},
) =>
  useQuery<TextImportStateQuery, TextImportStateQueryVariables>({
    ...options,
    query: TextImportStateDocument,
    variables: () => toValue(variables),
  });


export const useTextImportsQuery = (
  variables: MaybeRefOrGetter<TextImportsQueryVariables> = {},
  options: QueryOptions<TextImportsQuery, TextImportsQueryVariables> = {},
) =>
  useQuery<TextImportsQuery, TextImportsQueryVariables>({
    ...options,
    query: TextImportsDocument,
    variables: () => toValue(variables),
  });


export const useSuggestTextQuery = (
  variables: MaybeRefOrGetter<SuggestTextQueryVariables>,
  options: QueryOptions<SuggestTextQuery, SuggestTextQueryVariables> = {},
) =>
  useQuery<SuggestTextQuery, SuggestTextQueryVariables>({
    ...options,
    query: SuggestTextDocument,
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


export const useUploadTermsQuery = (
  variables: MaybeRefOrGetter<UploadTermsQueryVariables> = {},
  options: QueryOptions<UploadTermsQuery, UploadTermsQueryVariables> = {},
) =>
  useQuery<UploadTermsQuery, UploadTermsQueryVariables>({
    ...options,
    query: UploadTermsDocument,
    variables: () => toValue(variables),
  });


export const useUploadStateQuery = (
  variables: MaybeRefOrGetter<UploadStateQueryVariables>,
  options: QueryOptions<UploadStateQuery, UploadStateQueryVariables> = {},
) =>
  useQuery<UploadStateQuery, UploadStateQueryVariables>({
    ...options,
    query: UploadStateDocument,
    variables: () => toValue(variables),
  });


export const useCreateUploadSessionMutation = () => useMutation<CreateUploadSessionMutation, CreateUploadSessionMutationVariables>(CreateUploadSessionDocument);


export const useUploadAudioSegmentMutation = () => useMutation<UploadAudioSegmentMutation, UploadAudioSegmentMutationVariables>(UploadAudioSegmentDocument);


export const useUploadTextSegmentMutation = () => useMutation<UploadTextSegmentMutation, UploadTextSegmentMutationVariables>(UploadTextSegmentDocument);


export const useDiscardUploadedTextSegmentsMutation = () => useMutation<DiscardUploadedTextSegmentsMutation, DiscardUploadedTextSegmentsMutationVariables>(DiscardUploadedTextSegmentsDocument);


export const useKeepUploadSessionAliveMutation = () => useMutation<KeepUploadSessionAliveMutation, KeepUploadSessionAliveMutationVariables>(KeepUploadSessionAliveDocument);


export const useEndUploadSessionMutation = () => useMutation<EndUploadSessionMutation, EndUploadSessionMutationVariables>(EndUploadSessionDocument);


export const useDiscardUploadSessionMutation = () => useMutation<DiscardUploadSessionMutation, DiscardUploadSessionMutationVariables>(DiscardUploadSessionDocument);
