import { copyMain } from '@crowd-recital/core/audio/copy-main.js';
import type { MainFormat } from '@crowd-recital/core/audio/main-format.js';
import type { PacketScan } from '@crowd-recital/core/audio/packet-scan.js';
import type { SourceOfRun } from '@crowd-recital/core/audio/run-options.js';
import { commitEarlyMain } from '@crowd-recital/core/session/finalisation-commit.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import { insistOn } from './commit-or-stop.js';
import type { FinalisationContext } from './finalisation-context.js';
import type { Timeline } from './plan-timeline.js';
import { describeArtifact, storeArtifact } from './store-artifact.js';

/** A source that was read, and what its copy is to be called. */
export interface CopyOfSource {
  readonly folder: string;
  readonly source: SourceOfRun;
  readonly scan: PacketScan;
  readonly file: string;
  readonly format: MainFormat;
}

/** True when main may hold the very packets of the source: nothing is cut out of it and nothing is missing in it. */
export function isUncut({ cuts, holes, padTo }: Timeline): boolean {
  return cuts.length === 0 && holes.length === 0 && padTo === undefined;
}

/**
 * Makes and stages main of an uncut recording, which takes a moment, before light, which takes ten times as long; and
 * lets it be heard from then on, when there is nothing else to hear yet of what its speaker wants.
 */
export async function copyMainFirst(
  { deps, claim, step, signal }: FinalisationContext,
  { session, contentVersion }: FinalisationManifest,
  { folder, source, scan, file, format }: CopyOfSource,
): Promise<Artifact> {
  const { store, tools } = deps;
  await step('copy-main', () =>
    copyMain(tools, { folder, source, sourceSeconds: scan.end, main: { file, format } }, signal),
  );
  const main = await step('stage-main', async () => {
    const artifact = await describeArtifact(folder, file, format.contentType);
    await storeArtifact(store, claim, folder, artifact);
    return artifact;
  });
  if (session.kept && !session.artifacts) {
    const early = { contentVersion, store: store.kind, epoch: claim.epoch, durationSeconds: scan.end, main };
    await step('commit-early-main', async () => insistOn(await commitEarlyMain(deps.em(), claim, early)));
  }
  return main;
}
