import type { ContentStoreKind, RecitalSession } from './recital-session.entity.js';

export const artifactNames = ['source', 'main', 'light', 'transcript', 'manifest'] as const;
export type ArtifactName = (typeof artifactNames)[number];

/** The captions. Of a recording that is heard early there is no such file: they are made when they are asked for. */
export const transcriptFileName = 'transcript.vtt';

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
  /** The manifest with what reviewers said since; published in place of the one in `files`. */
  readonly reviewed?: ReviewedManifest;
}

/** A manifest that was staged later than what it tells of, below an epoch of its own. */
export interface ReviewedManifest extends Artifact {
  readonly epoch: number;
}

/** A file at its fixed name, and the epoch below which the same bytes are staged. */
export interface PublishedFile extends Artifact {
  readonly name: ArtifactName;
  readonly epoch: number;
}

/** What consumers of the data find at the fixed names. The manifest comes last: who finds it finds all it tells of. */
export function publishedFiles({ epoch, files, reviewed }: FinishedArtifacts): PublishedFile[] {
  return artifactNames.map((name) =>
    name === 'manifest' && reviewed ? { ...reviewed, name } : { ...files[name], name, epoch },
  );
}

/**
 * The finished files that may be taken out as data, by whoever may see them.
 * @returns undefined when there are none; and of what was wished away, or what nobody has kept yet: that is only listened to.
 */
export function artifactsToTakeOut({
  artifacts,
  disavowed,
  kept,
}: Pick<RecitalSession, 'artifacts' | 'disavowed' | 'kept'>): FinishedArtifacts | undefined {
  if (disavowed) return undefined;
  if (!kept) return undefined;
  return artifacts ?? undefined;
}
