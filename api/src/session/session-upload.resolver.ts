import type { AcceptedSegment } from '@crowd-recital/core/session/accept-audio-segment.js';
import { discardTextSegments } from '@crowd-recital/core/session/discard-text-segments.js';
import { receiveAudioSegment } from '@crowd-recital/core/session/receive-audio-segment.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import type { SkipReason as Reason, TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { uploadState, type UploadState } from '@crowd-recital/core/session/upload-state.js';
import GraphQLUpload from 'graphql-upload/GraphQLUpload.mjs';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import { Arg, Ctx, Float, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { requireSignedSpeaker, requireSpeaker } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { measureUpload } from '../metrics/measure-upload.js';
import { AudioSegmentType, SessionUploadState, SkipReason, TextSegmentType } from './upload-state.type.js';

@Resolver()
export class SessionUploadResolver {
  @Query(() => SessionUploadState, {
    description:
      "What has arrived of one of the caller's recitals, so that a client can send what has not.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, NOT_FOUND also for a recital of somebody else.",
  })
  async sessionUploadState(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<UploadState> {
    return uploadState(em, { userId: requireSpeaker(caller).id, sessionId });
  }

  @Mutation(() => AudioSegmentType, {
    description:
      'Takes in a part of a recording, as a GraphQL multipart request. Once this is answered the bytes are safe. The same part again: the same answer. Accepted also after the end.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED, NOT_FOUND also for a recital of somebody else or one that was wished away, PAYLOAD_TOO_LARGE (split the part), UNSUPPORTED_MEDIA_TYPE, BAD_USER_INPUT also for bytes that are not those announced (nothing is stored), CONFLICT for other bytes than those that are there (the first stay, these are set aside), RATE_LIMITED with `retryAfterSeconds`.',
  })
  async uploadAudioSegment(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('sequence', () => Int, { description: 'Its place in the recording, counted from 0.' })
    sequence: number,
    @Arg('byteLength', () => Int, { description: 'Its length in bytes.' }) byteLength: number,
    @Arg('sha256', () => String, { description: 'SHA-256 of its bytes, in hexadecimal digits.' })
    sha256: string,
    @Arg('mimeType', () => String, { description: 'Its type, in the container that the recital began with.' })
    mimeType: string,
    @Arg('audio', () => GraphQLUpload, {
      description: 'The bytes: a run of what the recorder gave, not playable alone.',
    })
    audio: Promise<FileUpload>,
    @Ctx() { em, caller, agreements, config, store }: Context,
  ): Promise<AcceptedSegment> {
    const { id: userId } = requireSignedSpeaker({ caller, agreements });
    const { createReadStream } = await audio;
    const content = createReadStream();
    return measureUpload({ content, byteLength }, () =>
      receiveAudioSegment(
        { em, store, limits: config.session, finalisationDisabled: config.jobs.finalisationDisabled },
        { userId, sessionId, sequence, byteLength, sha256, mimeType, content },
      ),
    );
  }

  @Mutation(() => TextSegmentType, {
    description:
      'Takes in one reading of one sentence. The same reading again: the same answer. A take that was redone is sent with discarded = true, a sentence that was left out with its skipReason as well.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED, NOT_FOUND also for a recital of somebody else or one that was wished away, BAD_USER_INPUT for times that cannot be or a sentence that the text does not have, CONFLICT for another reading than the one that is there (the first stays, this one is set aside).',
  })
  async uploadTextSegment(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('sequence', () => Int, {
      description: 'Its place among all readings of the session, counted from 0.',
    })
    sequence: number,
    @Arg('paragraph', () => Int, { description: 'Which paragraph of the text, counted from 0.' })
    paragraph: number,
    @Arg('sentence', () => Int, { description: 'Which sentence of the paragraph, counted from 0.' })
    sentence: number,
    @Arg('seekStart', () => Float, { description: 'Seconds of recording time at which it was opened.' })
    seekStart: number,
    @Arg('seekEnd', () => Float, { description: 'Seconds of recording time at which it was closed.' })
    seekEnd: number,
    @Arg('discarded', () => Boolean, {
      defaultValue: false,
      description: 'True: this reading is not wanted; it cannot be wanted again.',
    })
    discarded: boolean,
    @Arg('skipReason', () => SkipReason, {
      nullable: true,
      description: 'Why the speaker left the sentence out; only with discarded = true. The first one stays.',
    })
    skipReason: Reason | null | undefined,
    @Ctx() { em, caller, agreements, config }: Context,
  ): Promise<TextSegment> {
    const { id: userId } = requireSignedSpeaker({ caller, agreements });
    return receiveTextSegment(
      { em, limits: config.session, finalisationDisabled: config.jobs.finalisationDisabled },
      {
        userId,
        sessionId,
        sequence,
        paragraph,
        sentence,
        seekStart,
        seekEnd,
        discarded,
        skipReason: skipReason ?? null,
      },
    );
  }

  @Mutation(() => [TextSegmentType], {
    description:
      'Discards readings of sentences, for good; at any time, also before they arrive. Answers those of them that have arrived.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, NOT_FOUND also for a recital of somebody else or one that was wished away, BAD_USER_INPUT.',
  })
  async discardTextSegments(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('sequences', () => [Int], { description: 'The readings, by their sequence.' }) sequences: number[],
    @Ctx() { em, caller, config }: Context,
  ): Promise<TextSegment[]> {
    return discardTextSegments(
      em,
      { userId: requireSpeaker(caller).id, sessionId, sequences },
      { finalisationDisabled: config.jobs.finalisationDisabled },
    );
  }
}
