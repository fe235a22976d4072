import { earlyCaptions, earlyMainOf } from '@crowd-recital/core/session/early-main.js';
import { transcriptFileName, type Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStoreKind, RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { requireSpeaker } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { linkHolder } from '../media/media-links.js';
import type { Caption, SessionPreview } from './preview.type.js';
import { captionOf, readCaptions } from './read-captions.js';

/** What is played, and where it lies. */
interface Playable {
  readonly store: ContentStoreKind;
  readonly epoch: number;
  readonly audio: Artifact;
  readonly captionsFile: string;
  readonly captions: () => Promise<Readonly<Caption>[]>;
}

/**
 * Links and captions for a player; null while there is nothing to play.
 * @param early - also what can be heard before it is finished.
 */
export async function previewSession(
  context: Pick<Context, 'caller' | 'em' | 'store' | 'mediaLinks'>,
  session: RecitalSession,
  early: boolean,
): Promise<Readonly<SessionPreview> | null> {
  if (session.disavowed) return null;
  const playable = finished(context, session) ?? (early ? beforeFinished(context, session) : undefined);
  if (playable === undefined) return null;
  const { caller, store, mediaLinks } = context;
  const { epoch, audio } = playable;
  const viewer = requireSpeaker(caller);
  const expiresAt = mediaLinks.expiry();
  const linkTo = (fileName: string): string =>
    mediaLinks.link({ sessionId: session.id, epoch, fileName, ...linkHolder(viewer) }, expiresAt);
  const key = stagedKey(session.id, epoch, audio.fileName);
  // A bucket serves what lies in it by itself. What was made before there was one comes from here.
  const direct =
    playable.store === store.kind
      ? await store.link?.(key, { contentType: audio.contentType, expiresAt })
      : undefined;
  return {
    audioUrl: direct ?? linkTo(audio.fileName),
    audioMimeType: audio.contentType,
    captionsUrl: linkTo(playable.captionsFile),
    captions: await playable.captions(),
    expiresAt,
  };
}

/** MP3 plays in every browser; the main file's Opus does not. */
function finished(
  { store }: Pick<Context, 'store'>,
  { id, artifacts }: RecitalSession,
): Playable | undefined {
  if (!artifacts) return undefined;
  return {
    store: artifacts.store,
    epoch: artifacts.epoch,
    audio: artifacts.files.light,
    captionsFile: artifacts.files.transcript.fileName,
    captions: () => readCaptions(store, id, artifacts),
  };
}

function beforeFinished({ em }: Pick<Context, 'em'>, session: RecitalSession): Playable | undefined {
  const early = earlyMainOf(session);
  if (early === undefined) return undefined;
  return {
    store: early.store,
    epoch: early.epoch,
    audio: early.main,
    captionsFile: transcriptFileName,
    captions: async () => (await earlyCaptions(em, session.id, early)).map(captionOf),
  };
}
