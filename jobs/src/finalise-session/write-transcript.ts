import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Cue } from '@crowd-recital/core/captions/cues.js';
import { webVtt } from '@crowd-recital/core/captions/web-vtt.js';
import { transcriptFileName, type Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import { describeArtifact } from './store-artifact.js';

/** Writes the captions, in the time of main and light, into the work folder. */
export async function writeTranscript(
  folder: string,
  sessionId: string,
  cues: readonly Cue[],
): Promise<Artifact> {
  await writeFile(path.join(folder, transcriptFileName), webVtt(sessionId, cues), 'utf8');
  return describeArtifact(folder, transcriptFileName, 'text/vtt; charset=utf-8');
}
