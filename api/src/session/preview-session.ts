import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { requireSpeaker } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import type { SessionPreview } from './preview.type.js';
import { readCaptions } from './read-captions.js';

/** Links and captions for a player; null while there is nothing finished to play. */
export async function previewSession(
  { caller, store, mediaLinks }: Pick<Context, 'caller' | 'store' | 'mediaLinks'>,
  session: RecitalSession,
): Promise<Readonly<SessionPreview> | null> {
  const { artifacts } = session;
  if (!artifacts || session.disavowed) return null;
  const viewer = requireSpeaker(caller);
  const expiresAt = mediaLinks.expiry();
  const linkTo = ({ fileName }: Artifact): string =>
    mediaLinks.link(
      { sessionId: session.id, epoch: artifacts.epoch, fileName, viewerId: viewer.id },
      expiresAt,
    );
  // MP3 plays in every browser; the main file's Opus does not.
  const { light, transcript } = artifacts.files;
  const key = stagedKey(session.id, artifacts.epoch, light.fileName);
  // A bucket serves what lies in it by itself. What was made before there was one comes from here.
  const direct =
    artifacts.store === store.kind
      ? await store.link?.(key, { contentType: light.contentType, expiresAt })
      : undefined;
  return {
    audioUrl: direct ?? linkTo(light),
    audioMimeType: light.contentType,
    captionsUrl: linkTo(transcript),
    captions: await readCaptions(store, session.id, artifacts),
    expiresAt,
  };
}
