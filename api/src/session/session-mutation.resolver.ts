import { createSession } from '@crowd-recital/core/session/create-session.js';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import { keepSessionAlive } from '@crowd-recital/core/session/keep-session-alive.js';
import type {
  RecitalSession,
  SessionEndReason as EndReason,
} from '@crowd-recital/core/session/recital-session.entity.js';
import { Arg, Ctx, Float, ID, Int, Mutation, Resolver } from 'type-graphql';
import { isDelegated } from '../auth/caller.js';
import { requireSignedSpeaker, requireSpeaker } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { CaptureInput } from './session.input.js';
import { RecitalSessionType, SessionEndReason } from './session.type.js';

@Resolver()
export class SessionMutationResolver {
  @Mutation(() => RecitalSessionType, {
    description:
      'Begins a recital. Idempotent by the caller and clientKey, so that it can begin offline: the same key again gives the same session.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED, NOT_FOUND for a text that the caller may not see, CONFLICT when the key began a recital of another text, BAD_USER_INPUT, UNSUPPORTED_MEDIA_TYPE for audio that cannot be finished.',
  })
  async createSession(
    @Arg('clientKey', () => String, {
      description: '8 to 100 letters, digits, `_` and `-`, made up by the client for this recital alone.',
    })
    clientKey: string,
    @Arg('textRevisionId', () => ID, { description: 'The words that are read, for ever.' })
    textRevisionId: string,
    @Arg('startedAt', () => DateTime, { description: "When recording began, by the device's clock." })
    startedAt: Date,
    @Arg('capture', () => CaptureInput, { description: 'The microphone and the recorder.' })
    capture: CaptureInput,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<RecitalSession> {
    return createSession(em, {
      speaker: requireSignedSpeaker({ caller, agreements }),
      clientKey,
      textRevisionId,
      startedAt,
      capture: {
        mimeType: capture.mimeType,
        sampleRate: capture.sampleRate ?? undefined,
        channelCount: capture.channelCount ?? undefined,
        echoCancellation: capture.echoCancellation ?? undefined,
        noiseSuppression: capture.noiseSuppression ?? undefined,
        autoGainControl: capture.autoGainControl ?? undefined,
        deviceLabel: capture.deviceLabel ?? undefined,
        userAgent: capture.userAgent ?? undefined,
      },
    });
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Says that the speaker is still recording; send every 5 minutes. A recital of which nothing is heard for long counts as abandoned.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED, NOT_FOUND also for a recital of somebody else or one that was wished away.',
  })
  async keepSessionAlive(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<RecitalSession> {
    return keepSessionAlive(em, { userId: requireSignedSpeaker({ caller, agreements }).id, sessionId });
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Ends a recital and keeps it. Parts that are still on their way are waited for. The same values again: the same answer.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED, NOT_FOUND also for a recital of somebody else or one that was wished away, CONFLICT when it was ended with other values before, BAD_USER_INPUT.',
  })
  async endSession(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('audioSegments', () => Int, { description: 'How many parts of the recording there are.' })
    audioSegments: number,
    @Arg('textSegments', () => Int, {
      description: 'How many readings of sentences there are, discarded ones included.',
    })
    textSegments: number,
    @Arg('durationSeconds', () => Float, { description: 'Seconds of recording time.' })
    durationSeconds: number,
    @Arg('discardedSequences', () => [Int], {
      defaultValue: [],
      description: 'Readings to discard with the end, by sequence.',
    })
    discardedSequences: number[],
    @Arg('endReason', () => SessionEndReason, {
      defaultValue: 'finished',
      description: 'Why it ended; never ABANDONED, and EMPTY only without any audio.',
    })
    endReason: EndReason,
    @Ctx() { em, caller, agreements, config }: Context,
  ): Promise<RecitalSession> {
    return endSession(
      { em, limits: config.session, finalisationDisabled: config.jobs.finalisationDisabled },
      {
        userId: requireSignedSpeaker({ caller, agreements }).id,
        sessionId,
        audioSegments,
        textSegments,
        durationSeconds,
        discardedSequences,
        endReason,
      },
    );
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Wishes a recital away, for good: from here on nothing of it is accepted, finished, counted or played, and everything of it is deleted. By its speaker, or an admin. Again: the same answer.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, NOT_FOUND also for a recital of somebody else.',
  })
  async discardSession(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<RecitalSession> {
    return disavowSession(em, {
      viewer: requireSpeaker(caller),
      delegated: isDelegated(caller),
      sessionId,
    });
  }
}
