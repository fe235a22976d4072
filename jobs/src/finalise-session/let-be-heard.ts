import { commitEarlyMain } from '@crowd-recital/core/session/finalisation-commit.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import { insistOn } from './commit-or-stop.js';
import type { FinalisationContext } from './finalisation-context.js';

/** Lets a staged main be heard, when there is nothing else to hear yet of what its speaker wants. */
export async function letBeHeard(
  { deps, claim, step }: FinalisationContext,
  { session, contentVersion }: FinalisationManifest,
  main: Artifact,
  durationSeconds: number,
): Promise<void> {
  if (!session.kept || session.artifacts) return;
  const early = { contentVersion, store: deps.store.kind, epoch: claim.epoch, durationSeconds, main };
  await step('commit-early-main', async () => insistOn(await commitEarlyMain(deps.em(), claim, early)));
}
