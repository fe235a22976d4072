import type { Readable } from 'node:stream';
import { publishedFiles, type FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { ZipFile } from 'yazl';

/** Stands for all files of a recording in a link; no finished file is called so. */
export const archiveFileName = 'all.zip';

/** What an archive is made of. */
export interface ArchivedSession {
  readonly id: string;
  readonly finalisedAt: Date;
  readonly artifacts: FinishedArtifacts;
}

/**
 * The finished files of a recording as a ZIP stream, below a folder of its id, as consumers of the data find them. One
 * file after the other comes from the store when its turn is, and none is compressed: sound would not shrink.
 * @param mayGoOn - asked before each file, since a large recording takes a while: false breaks the archive off.
 * @param signal - aborted when nobody reads on: the file that is being read is let go.
 */
export function recordingArchive(
  store: ContentStore,
  { id, finalisedAt, artifacts }: ArchivedSession,
  mayGoOn: () => Promise<boolean>,
  signal: AbortSignal,
): Readable {
  const open = async (key: string): Promise<Readable> => {
    if (!(await mayGoOn())) throw new Error('The right to this recording ended while it was fetched.');
    return store.get(key);
  };
  const zip = new ZipFile();
  // yazl makes it by `new PassThrough()`; its types promise less.
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { epoch, fileName, byteLength } of publishedFiles(artifacts)) {
    const options = { compress: false, size: byteLength, mtime: finalisedAt };
    zip.addReadStreamLazy(`${id}/${fileName}`, options, (give) => {
      open(stagedKey(id, epoch, fileName)).then(
        (content) => {
          signal.addEventListener('abort', () => content.destroy(), { once: true });
          if (signal.aborted) content.destroy();
          give(null, content);
        },
        (error: unknown) => output.destroy(error as Error),
      );
    });
  }
  zip.end();
  return output;
}
