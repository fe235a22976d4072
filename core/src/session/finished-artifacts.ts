import type { ContentStoreKind } from './recital-session.entity.js';

export const artifactNames = ['source', 'main', 'light', 'transcript', 'manifest'] as const;
export type ArtifactName = (typeof artifactNames)[number];

/** One finished file. */
export interface Artifact {
  /** File name below the session's folder, as consumers of the data read it: `main.audio.webm`. */
  readonly fileName: string;
  readonly contentType: string;
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
}

/** Where the finished files of a session lie. The row that holds this is the truth; the store follows. */
export interface FinishedArtifacts {
  readonly store: ContentStoreKind;
  /** The files were staged below `<id>/.e<epoch>/` before they were copied to their fixed names. */
  readonly epoch: number;
  readonly files: Readonly<Record<ArtifactName, Artifact>>;
}
