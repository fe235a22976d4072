import type { Analytics } from '@crowd-recital/core/analytics/analytics.js';
import type { AcceptedSegment } from '@crowd-recital/core/session/accept-audio-segment.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { Context } from '../graphql/context.js';

/** A mutation that was answered without an error. */
interface Answered {
  readonly args: Readonly<Record<string, unknown>>;
  readonly result: unknown;
  readonly context: Context;
}

type Tell = (analytics: Analytics, userId: string, answered: Answered) => void;

/** Which mutations analytics are told of, and what. Those that are not here are nobody's business. */
export const operationEvents: Readonly<Record<string, Tell>> = {
  loginWithGoogle(analytics, _userId, { args, result, context }) {
    const { user } = result as { user: User };
    // Made and changed in one transaction, whose clock stands still: the account is new.
    if (user.createdAt.getTime() === user.updatedAt.getTime()) {
      analytics.capture('User Signed Up', user.id, {});
      if (user.group === 'speaker') {
        const invited = !context.config.auth.autoApproveSpeakers && typeof args.inviteCode === 'string';
        analytics.capture(invited ? 'User Self Approved Speaker' : 'User Auto Approved Speaker', user.id, {});
      }
    }
    analytics.capture('User Logged In', user.id, {});
  },
  logout: (analytics, userId) => analytics.capture('User Logged Out', userId, {}),
  updateProfile: (analytics, userId) => analytics.capture('User Updated Profile', userId, {}),
  agreeToTerms(analytics, userId, { args, context: { agreements } }) {
    const { version, language } = agreements.in(args.language as Parameters<typeof agreements.in>[0]);
    analytics.capture('User Agreed to Terms', userId, { agreement_version: version, language });
  },
  deleteMyAccount: (analytics, userId) => analytics.capture('User Deleted Account', userId, {}),
  createTextFromPlainText(analytics, userId, { result }) {
    const { sourceKind, language } = result as TextDocument;
    analytics.capture('Documents Created', userId, { source_type: sourceKind, language });
  },
  createSession(analytics, userId, { result }) {
    const { id } = result as RecitalSession;
    analytics.capture('Recital Session Created', userId, { session_id: id });
  },
  uploadAudioSegment(analytics, userId, { args, result }) {
    const { mimeType, byteLength } = result as AcceptedSegment;
    analytics.capture('Audio Segment Uploaded', userId, {
      session_id: String(args.sessionId),
      mime_type: mimeType,
      size_bytes: byteLength,
    });
  },
  uploadTextSegment(analytics, userId, { result }) {
    const { session, seekEnd, text } = result as TextSegment;
    analytics.capture('Text Segment Uploaded', userId, {
      session_id: session.id,
      seek_end: seekEnd,
      text_length: text.length,
    });
  },
  endSession(analytics, userId, { result }) {
    const { id, endReason } = result as RecitalSession;
    analytics.capture('Recital Session Ended', userId, { session_id: id, end_reason: endReason ?? null });
  },
  discardSession(analytics, userId, { result }) {
    analytics.capture('Recording Session Disavowed', userId, { session_id: (result as RecitalSession).id });
  },
};
