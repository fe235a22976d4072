/** A GraphQL document with the types of what it takes and gives. */
export interface Operation<Data, Variables extends object> {
  readonly document: string;
  /** Never there; it carries the types. */
  readonly types?: (variables: Variables) => Data;
}

/** Names the types of a document. */
export function operation<Data, Variables extends object = Record<string, never>>(
  document: string,
): Operation<Data, Variables> {
  return { document };
}
