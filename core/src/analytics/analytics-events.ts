import type { SessionEndReason } from '../session/recital-session.entity.js';
import type { Language, TextSourceKind } from '../text/text-document.entity.js';

/** An event that says all by its name. */
type Nothing = Record<string, never>;

/**
 * The catalogue: every event with what goes along, named as the predecessor named them, so that its charts go on.
 * Never a name, an e-mail address or the words of a text.
 */
export interface AnalyticsEvents {
  'User Signed Up': Nothing;
  /** Let in by the rule of the site, without a person. */
  'User Auto Approved Speaker': Nothing;
  /** Let in by an invite. */
  'User Self Approved Speaker': Nothing;
  'User Logged In': Nothing;
  'User Logged Out': Nothing;
  'User Updated Profile': Nothing;
  'User Agreed to Terms': { readonly agreement_version: string; readonly language: Language };
  'User Deleted Account': Nothing;
  'Documents Created': { readonly source_type: TextSourceKind; readonly language: Language };
  'Recital Session Created': { readonly session_id: string };
  'Audio Segment Uploaded': {
    readonly session_id: string;
    readonly mime_type: string;
    readonly size_bytes: number;
  };
  'Text Segment Uploaded': {
    readonly session_id: string;
    readonly seek_end: number;
    readonly text_length: number;
  };
  'Recital Session Ended': { readonly session_id: string; readonly end_reason: SessionEndReason | null };
  'Recording Session Disavowed': { readonly session_id: string };
  'Session Upload Done': { readonly session_id: string; readonly duration_seconds: number | null };
  'Session Aggregation Failed': { readonly session_id: string; readonly needs_attention: boolean };
}

export type AnalyticsEvent = keyof AnalyticsEvents;
