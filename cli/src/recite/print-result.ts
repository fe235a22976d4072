import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sessionPrefix } from '@crowd-recital/core/storage/keys.js';
import { localConfig } from '../local/local-config.js';
import type { FinishedRecital } from './recite.js';

/** Prints where a finished recital is: its folder, when it lies on this machine, its page, and a link to listen. */
export function printResult({ sessionId, session }: FinishedRecital, server: string): void {
  const folder = localFolder(sessionId);
  console.log('The recording is finished.');
  console.log(`  Session  ${sessionId}`);
  if (folder !== undefined) console.log(`  Folder   ${folder}`);
  console.log(`  Page     ${new URL(`/recordings/${sessionId}`, server).href}`);
  if (session.preview !== null) {
    const until = new Date(session.preview.expiresAt).toLocaleTimeString();
    console.log(`  Listen   ${new URL(session.preview.audioUrl, server).href} (until ${until})`);
  }
}

function localFolder(sessionId: string): string | undefined {
  const config = localConfig();
  const folder = config && resolve(config.contentFolder, sessionPrefix(sessionId));
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
