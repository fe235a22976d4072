/** A paragraph or a heading of a document, in one line that is not cleaned yet. */
export interface Block {
  readonly text: string;
  /** 1 to 6 for a heading; undefined for a paragraph. */
  readonly level?: number | undefined;
}

/** What a reader makes of a file. */
export interface ReadDocument {
  /** The document's own; undefined where it has none. */
  readonly title?: string | undefined;
  readonly blocks: readonly Block[];
}

/** Tells how much was read, from 0 to 1. */
export type OnProgress = (fraction: number) => void;
