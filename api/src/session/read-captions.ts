import { json } from 'node:stream/consumers';
import type { Cue } from '@crowd-recital/core/captions/cues.js';
import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import type { Caption } from './preview.type.js';

/** As far as captions need it, the manifest.json that goes with the audio of one finalisation. */
interface Manifest {
  readonly readings: readonly {
    readonly sequence: number;
    readonly paragraph: number;
    readonly sentence: number;
    readonly text: string;
    /** Where main and light have the reading; null where nothing of it is left. */
    readonly cue: { readonly start: number; readonly end: number } | null;
  }[];
}

/**
 * The captions of finished audio, from the manifest that was made with it. The rows would tell of the next
 * finalisation already, with other cuts, as soon as a sentence is discarded or arrives late.
 */
export async function readCaptions(
  store: ContentStore,
  sessionId: string,
  { epoch, files }: FinishedArtifacts,
): Promise<Readonly<Caption>[]> {
  const content = await store.get(stagedKey(sessionId, epoch, files.manifest.fileName));
  const { readings } = (await json(content)) as Manifest;
  return readings
    .flatMap(({ cue, ...reading }) => (cue === null ? [] : [captionOf({ ...reading, ...cue })]))
    .sort((a, b) => a.startSeconds - b.startSeconds);
}

/** A cue as a player gets it. */
export function captionOf({ sequence, start, end, text, paragraph, sentence }: Cue): Readonly<Caption> {
  return { sequence, startSeconds: start, endSeconds: end, text, paragraph, sentence };
}
