import { publishedFiles } from '@crowd-recital/core/session/finished-artifacts.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { publishedKey } from '@crowd-recital/core/storage/keys.js';
import type { JobDependencies } from '../dependencies.js';
import { publishArtifacts } from './publish-artifacts.js';
import { isStored } from './store-artifact.js';

/**
 * Publishes what a session's row says, where the fixed names hold something else, until the row stays the same
 * meanwhile. One that was wished away is left alone, its deletion is on the way; and so is one that nobody keeps.
 */
export async function publishAgain(
  { em, store }: Pick<JobDependencies, 'em' | 'store'>,
  sessionId: string,
): Promise<void> {
  for (let published = ''; ;) {
    const session = await em().findOne(RecitalSession, { id: sessionId, disavowed: false, kept: true });
    const artifacts = session?.artifacts ?? null;
    if (artifacts?.store !== store.kind) return;
    const wanted = JSON.stringify(artifacts);
    if (wanted === published) return;
    for (const artifact of publishedFiles(artifacts)) {
      if (await isStored(store, publishedKey(sessionId, artifact.fileName), artifact)) continue;
      await publishArtifacts(store, sessionId, artifacts);
      break;
    }
    published = wanted;
  }
}
