import type { Answer, TestClient } from '../client.js';

/** Everybody who may call. Each operation and each field says what each of them gets. */
export const callers = [
  'anonymous',
  'notApproved',
  /** The owner, who has not signed the agreement as it is now. */
  'agreementMissing',
  /** A speaker who has nothing to do with what is asked for. */
  'other',
  'owner',
  'admin',
  /** A back-office tool on behalf of `other`. */
  'delegatedSpeaker',
  /** A back-office tool on behalf of `admin`. */
  'delegatedAdmin',
] as const;
export type CallerName = (typeof callers)[number];

/** What a caller gets: an answer, an answer without anything of Berl's, or a refusal by this code. */
export type Outcome =
  | 'answer'
  | 'answer-without'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'AGREEMENT_REQUIRED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_USER_INPUT';

export type Outcomes = Readonly<Record<CallerName, Outcome>>;

type Derived = 'agreementMissing' | 'delegatedSpeaker' | 'delegatedAdmin';

/**
 * Outcomes for everybody. Those that are not given follow from others: delegated calls have the rights of the user
 * whom they name, and whoever has not signed is an owner like any other.
 */
export function outcomes(given: Omit<Outcomes, Derived> & Partial<Pick<Outcomes, Derived>>): Outcomes {
  return {
    agreementMissing: given.owner,
    delegatedSpeaker: given.other,
    delegatedAdmin: given.admin,
    ...given,
  };
}

export const everybody = outcomes({
  anonymous: 'answer',
  notApproved: 'answer',
  other: 'answer',
  owner: 'answer',
  admin: 'answer',
});

/** Whoever is signed in, approved or not. */
export const signedIn: Outcomes = { ...everybody, anonymous: 'UNAUTHENTICATED' };

/** Everybody who was approved, and `other` sees nothing of Berl's. */
export const speakers = outcomes({
  anonymous: 'UNAUTHENTICATED',
  notApproved: 'FORBIDDEN',
  agreementMissing: 'AGREEMENT_REQUIRED',
  other: 'answer-without',
  owner: 'answer',
  admin: 'answer',
});

/** Theirs alone; admins see it too. */
export const visible = outcomes({ ...speakers, other: 'NOT_FOUND', delegatedSpeaker: 'NOT_FOUND' });

/** Only the speaker's own device sends a voice, in nobody else's name, admins' neither. */
export const ownOnly = outcomes({ ...visible, admin: 'NOT_FOUND', delegatedAdmin: 'NOT_FOUND' });

export const admins = outcomes({
  ...speakers,
  agreementMissing: 'FORBIDDEN',
  other: 'FORBIDDEN',
  owner: 'FORBIDDEN',
  delegatedSpeaker: 'FORBIDDEN',
});

/** What stays possible without the agreement: seeing and deleting what is one's own. */
export function alsoUnsigned(given: Outcomes): Outcomes {
  return { ...given, agreementMissing: given.owner };
}

/** What no back-office tool may do on behalf of anybody, such as signing out. */
export function neverDelegated(given: Outcomes): Outcomes {
  return { ...given, delegatedSpeaker: 'FORBIDDEN', delegatedAdmin: 'FORBIDDEN' };
}

/** What a call is aimed at: Berl's, or ids of the same kind that are nobody's. */
export interface Ids {
  readonly userId: string;
  readonly userEmail: string;
  readonly sessionId: string;
  readonly textId: string;
  readonly textRevisionId: string;
  readonly importId: string;
  readonly jobId: string;
  readonly inviteId: string;
}

/** One operation of the schema. */
export interface OperationAccess {
  /** Arguments as GraphQL. */
  readonly args?: (ids: Ids) => string;
  /** In place of a document, for what no document alone can ask. */
  readonly send?: (client: TestClient, ids: Ids) => Promise<Answer<unknown>>;
  readonly outcomes: Outcomes;
}

/** By name, such as `Query.me`. */
export type Operations = Readonly<Record<string, OperationAccess>>;

/**
 * Who reads a field of an object that the caller got hold of: whoever has the object, or those who are named
 * here get null or a refusal instead, or have no such object on the way there (`absent`).
 */
export type FieldAccess =
  'as-object' | Readonly<Partial<Record<CallerName, 'null' | 'absent' | 'FORBIDDEN'>>>;

/** By type, then by field. */
export type Fields = Readonly<Record<string, Readonly<Record<string, FieldAccess>>>>;

/** What the tests know of one noun. */
export interface NounAccess {
  readonly operations: Operations;
  readonly fields: Fields;
}

/** Fields that all go with their object. */
export function asObject(...names: readonly string[]): Readonly<Record<string, FieldAccess>> {
  return Object.fromEntries(names.map((name) => [name, 'as-object']));
}

/** A field that only admins read, though others have the object. */
export function withoutAdmins(instead: 'null' | 'absent'): FieldAccess {
  const others = callers.filter((caller) => caller !== 'admin' && caller !== 'delegatedAdmin');
  return Object.fromEntries(others.map((caller) => [caller, instead]));
}

/** Fields of an object that only admins have. */
export function forAdmins(...names: readonly string[]): Readonly<Record<string, FieldAccess>> {
  return Object.fromEntries(names.map((name) => [name, withoutAdmins('absent')]));
}

/** Fields of an object that the tests' site does not have. */
export function forNobody(...names: readonly string[]): Readonly<Record<string, FieldAccess>> {
  const absent = Object.fromEntries(callers.map((caller) => [caller, 'absent' as const]));
  return Object.fromEntries(names.map((name) => [name, absent]));
}

/** The three types of a paged list. */
export function connectionFields(node: string): Fields {
  return {
    [`${node}Connection`]: asObject('edges', 'pageInfo', 'totalCount'),
    [`${node}Edge`]: asObject('cursor', 'node'),
  };
}
