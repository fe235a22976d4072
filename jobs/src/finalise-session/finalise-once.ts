import { renewClaim } from '@crowd-recital/core/session/finalisation-claim.js';
import {
  commitAggregated,
  commitFinalised,
  type FinalisationResult,
} from '@crowd-recital/core/session/finalisation-commit.js';
import { flagAttention } from '@crowd-recital/core/session/finalisation-failure.js';
import {
  readManifest,
  type FinalisationManifest,
} from '@crowd-recital/core/session/finalisation-manifest.js';
import { ClaimLostError } from '../claim/claim-lost-error.js';
import { insistOn } from './commit-or-stop.js';
import type { FinalisationContext } from './finalisation-context.js';
import { makeArtifacts } from './make-artifacts.js';
import { NeedsAttentionError } from './needs-attention-error.js';
import { publishAgain } from './publish-again.js';
import { publishArtifacts } from './publish-artifacts.js';
import { stagedBefore } from './staged-before.js';
import { prepareWorkFolder, removeWorkFolder } from './work-folder.js';

/**
 * Takes one claimed session from its manifest to its published files; or flags it, when its content does not allow that.
 * @throws ContentChangedError, ClaimLostError, or whatever went wrong.
 */
export async function finaliseOnce(context: FinalisationContext): Promise<'finalised' | 'needs-attention'> {
  const { deps, claim, step } = context;
  const manifest = await step('read-manifest', () => readManifest(deps.em(), claim));
  if (manifest === null) throw new ClaimLostError();
  try {
    refuseMissing(manifest);
    const result =
      (await step('find-staged', () => stagedBefore(deps.store, manifest))) ??
      (await makeAndAggregate(context, manifest));
    await publishAndCommit(context, manifest, result);
    return 'finalised';
  } catch (error) {
    if (!(error instanceof NeedsAttentionError)) throw error;
    const { attention, message } = error;
    await step('flag-attention', async () => {
      const held = await flagAttention(deps.em(), claim, manifest.contentVersion, attention, message);
      if (!held) throw new ClaimLostError();
    });
    deps.log.warn({ attention, reason: message }, 'this session needs attention');
    return 'needs-attention';
  }
}

async function publishAndCommit(
  { deps, claim, step, lastStep, signal }: FinalisationContext,
  { contentVersion, session }: FinalisationManifest,
  result: FinalisationResult,
): Promise<void> {
  // A worker that was paused past its lease must not write over what another one published.
  await step('confirm-claim', async () => {
    if (!(await renewClaim(deps.em(), claim, deps.lease))) throw new ClaimLostError();
  });
  try {
    // What its speaker left without a word is safe in its epoch, and stays there until somebody wants it: that raises
    // the content's version, and this comes again.
    if (session.kept) {
      await step('publish-artifacts', () =>
        publishArtifacts(deps.store, claim.sessionId, result.artifacts, signal),
      );
    }
    await step('commit-finalised', async () =>
      insistOn(await commitFinalised(deps.em(), claim, contentVersion, result)),
    );
  } catch (error) {
    // Overtaken while it published: what lies at the fixed names may be its own and not the winner's.
    if (error instanceof ClaimLostError) {
      await lastStep('publish-again', () => publishAgain(deps, claim.sessionId));
    }
    throw error;
  }
}

async function makeAndAggregate(
  context: FinalisationContext,
  manifest: FinalisationManifest,
): Promise<FinalisationResult> {
  const { deps, claim, step } = context;
  const folder = await step('prepare-work-folder', () => prepareWorkFolder(deps.workFolder, claim));
  try {
    const result = await makeArtifacts(context, manifest, folder);
    await step('commit-aggregated', async () =>
      insistOn(await commitAggregated(deps.em(), claim, manifest.contentVersion, result)),
    );
    return result;
  } finally {
    await removeWorkFolder(folder);
  }
}

/** A recording is never finished short in silence. */
function refuseMissing({ session, missingAudio, missingText, audioSegments }: FinalisationManifest): void {
  const missing = missingAudio.length + missingText.length;
  if (audioSegments.length === 0 || (missing > 0 && !session.acceptIncomplete)) {
    throw new NeedsAttentionError(
      'missing-segments',
      `Not arrived: ${missingAudio.length} segments of audio, ${missingText.length} sentences.`,
    );
  }
}
