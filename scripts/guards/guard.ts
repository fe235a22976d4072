/** One place in the sources where somebody is kept out, and how it looks without that. */
export interface Guard {
  /** Relative to the project. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** The line in which it stands. */
  readonly text: string;
  /** The whole file, where in it the guard stands, and what stands there without it. */
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
  /** The resolver's method around it, where there is one: its cells are asked first. */
  readonly method: string | undefined;
  /** Test files of which one has to turn red. */
  readonly tests: readonly string[];
}

/** Where a guard of one kind is found, and what is put in its place. */
export interface GuardRule {
  readonly files: RegExp;
  /** Not these, of `files`. */
  readonly except?: RegExp;
  /** Global. A match that ends in `(` goes on to its closing bracket. */
  readonly find: RegExp;
  /** What the whole match becomes; `inner` is what stood in the brackets. */
  readonly instead: (inner: string) => string;
  readonly tests: readonly string[];
}
