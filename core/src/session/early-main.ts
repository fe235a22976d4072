import type { EntityManager } from '@mikro-orm/postgresql';
import { finishedCues, type Cue } from '../captions/cues.js';
import type { Artifact } from './finished-artifacts.js';
import type { ContentStoreKind, RecitalSession } from './recital-session.entity.js';
import { TextSegment } from './text-segment.entity.js';

/**
 * Main audio that lies staged and verified below `<id>/.e<epoch>/` while light is still being made of the same content:
 * enough to listen to, and nothing that counts as finished.
 */
export interface EarlyMain {
  /** The content it was made of. */
  readonly contentVersion: number;
  readonly store: ContentStoreKind;
  readonly epoch: number;
  /** Seconds, by its packets. */
  readonly durationSeconds: number;
  readonly main: Artifact;
}

/** Main is not as long as what went into it: to be made again, and not to be heard before that. */
export class DamagedMainError extends Error {
  override readonly name = 'DamagedMainError';
}

/** What decides whether the early main of a session may be heard. */
type Hearable = Pick<RecitalSession, 'artifacts' | 'contentVersion' | 'disavowed' | 'earlyMain' | 'kept'>;

/**
 * @returns undefined when there is none; and when it is not to be heard: finished files took its place, content came
 *   since, nobody keeps the recital, or somebody wished it away.
 */
export function earlyMainOf(session: Hearable): EarlyMain | undefined {
  const { artifacts, earlyMain, contentVersion, disavowed, kept } = session;
  if (artifacts || !earlyMain) return undefined;
  if (disavowed) return undefined;
  if (!kept) return undefined;
  if (earlyMain.contentVersion !== contentVersion) return undefined;
  return earlyMain;
}

/**
 * Takes the early main out of the row of a discarded session: a worker of a release that does not know the column leaves
 * it there. Its file went with all others.
 * @returns false when there is nothing to take out.
 */
export async function forgetEarlyMain(em: EntityManager, sessionId: string): Promise<boolean> {
  const forgotten = await em.execute<unknown[]>(
    `update recital_sessions set early_main = null, updated_at = now()
     where id = ? and status = 'discarded' and early_main is not null returning id`,
    [sessionId],
  );
  return forgotten.length > 0;
}

/**
 * The captions of a recital that is heard early: from the rows, which are what it was made of as long as no content
 * came since. Nothing is cut out of it, so recording time is its time.
 */
export async function earlyCaptions(
  em: EntityManager,
  sessionId: string,
  { durationSeconds }: EarlyMain,
): Promise<Cue[]> {
  return finishedCues(await em.find(TextSegment, { session: sessionId }), [], durationSeconds);
}
