import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { AudioSegment } from './audio-segment.entity.js';
import type { Claim } from './finalisation-claim.js';
import { expectedParts, missingSequences } from './missing-sequences.js';
import { RecitalSession } from './recital-session.entity.js';
import { TextSegment } from './text-segment.entity.js';

/** Everything that a finalisation is made of, as it was at one moment. */
export interface FinalisationManifest {
  /** Commits name it: content that came later makes them fail with 'content-changed'. */
  readonly contentVersion: number;
  /** With its speaker, text revision (without paragraphs) and text document loaded. Only for reading. */
  readonly session: RecitalSession;
  /** How many segments of audio, and readings of sentences, there have to be. */
  readonly expectedAudio: number;
  readonly expectedText: number;
  /** In order of sequence. */
  readonly audioSegments: readonly AudioSegment[];
  /** In order of sequence, discarded ones included. */
  readonly textSegments: readonly TextSegment[];
  /** Sequences that have not arrived, in order. */
  readonly missingAudio: readonly number[];
  readonly missingText: readonly number[];
}

/**
 * Reads one consistent snapshot.
 * @returns null when the claim was lost: stop at once.
 */
export async function readManifest(em: EntityManager, claim: Claim): Promise<FinalisationManifest | null> {
  return inTransaction(
    em,
    async (snapshot) => {
      const session = await snapshot.findOne(
        RecitalSession,
        { id: claim.sessionId, epoch: claim.epoch, disavowed: false },
        { populate: ['user', 'textRevision.document'] },
      );
      if (session === null) return null;
      const bySequence = { orderBy: { sequence: 'asc' } } as const;
      const audioSegments = await snapshot.find(AudioSegment, { session: session.id }, bySequence);
      const textSegments = await snapshot.find(TextSegment, { session: session.id }, bySequence);
      const expectedAudio = expectedParts(session.expectedAudioSegments ?? null, audioSegments);
      const expectedText = expectedParts(session.expectedTextSegments ?? null, textSegments);
      return {
        contentVersion: session.contentVersion,
        session,
        expectedAudio,
        expectedText,
        audioSegments,
        textSegments,
        missingAudio: missingSequences(expectedAudio, audioSegments),
        missingText: missingSequences(expectedText, textSegments),
      };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}
