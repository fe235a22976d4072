/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { useMutation, useQuery, type AnyVariables, type UseQueryArgs } from '@urql/vue';
import { toValue, type MaybeRefOrGetter } from 'vue';
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

export type TextsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: TextFilter | null | undefined;
  orderBy?: TextOrder | null | undefined;
}>;


export type TextsQuery = { texts: { edges: Array<{ cursor: string, node: { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number }, progress: { sentencesRead: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TextListItemFragment = { id: string, title: string, language: Language, public: boolean, mine: boolean, currentRevision: { id: string, sentenceCount: number, wordCount: number }, progress: { sentencesRead: number } | null };


/** An operation as the server is sent it; its type remembers what goes in and what comes out. */
export type OperationText<Data, Variables> = string & { readonly answers?: (variables: Variables) => Data };


/** Everything that useQuery takes beside the document and its variables. */
export type QueryOptions<Data, Variables extends AnyVariables> = Omit<
  UseQueryArgs<Data, Variables>,
  'query' | 'variables'
>;


export const CreateTextFromPlainTextDocument = "mutation CreateTextFromPlainText($input:PlainTextInput!){createTextFromPlainText(input:$input){...TextListItem}}fragment TextListItem on TextDocument{id title language public mine currentRevision{id sentenceCount wordCount}progress{sentencesRead}}" as OperationText<CreateTextFromPlainTextMutation, CreateTextFromPlainTextMutationVariables>;


export const CreateTextFromWikiDocument = "mutation CreateTextFromWiki($input:WikiTextInput!){createTextFromWiki(input:$input){...ImportState}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<CreateTextFromWikiMutation, CreateTextFromWikiMutationVariables>;


export const CreateTextFromFileDocument = "mutation CreateTextFromFile($input:FileTextInput!$file:Upload!){createTextFromFile(input:$input file:$file){...ImportState}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<CreateTextFromFileMutation, CreateTextFromFileMutationVariables>;


export const TextImportStateDocument = "query TextImportState($id:ID!){textImport(id:$id){...ImportState}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<TextImportStateQuery, TextImportStateQueryVariables>;


export const TextImportsDocument = "query TextImports($first:Int!=5$after:String$filter:TextImportFilter){textImports(first:$first after:$after filter:$filter){edges{node{...ImportState}}pageInfo{hasNextPage endCursor}}}fragment ImportState on TextImport{id state progress source sourceKind language reason createdAt texts{id title currentRevision{id sentenceCount}}}" as OperationText<TextImportsQuery, TextImportsQueryVariables>;


export const TextsDocument = "query Texts($first:Int!=20$after:String$filter:TextFilter$orderBy:TextOrder){texts(first:$first after:$after filter:$filter orderBy:$orderBy){edges{cursor node{...TextListItem}}pageInfo{hasNextPage endCursor}}}fragment TextListItem on TextDocument{id title language public mine currentRevision{id sentenceCount wordCount}progress{sentencesRead}}" as OperationText<TextsQuery, TextsQueryVariables>;


export const useCreateTextFromPlainTextMutation = () => useMutation<CreateTextFromPlainTextMutation, CreateTextFromPlainTextMutationVariables>(CreateTextFromPlainTextDocument);


export const useCreateTextFromWikiMutation = () => useMutation<CreateTextFromWikiMutation, CreateTextFromWikiMutationVariables>(CreateTextFromWikiDocument);


export const useCreateTextFromFileMutation = () => useMutation<CreateTextFromFileMutation, CreateTextFromFileMutationVariables>(CreateTextFromFileDocument);


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


export const useTextsQuery = (
  variables: MaybeRefOrGetter<TextsQueryVariables> = {},
  options: QueryOptions<TextsQuery, TextsQueryVariables> = {},
) =>
  useQuery<TextsQuery, TextsQueryVariables>({
    ...options,
    query: TextsDocument,
    variables: () => toValue(variables),
  });
