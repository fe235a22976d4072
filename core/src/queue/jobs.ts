/** Every kind of job with what it is given: ids only, the handler reads the rest anew. */
export interface JobPayloads {
  /** Finalises one session, if it is due. A hint: the session's row is the truth. */
  'finalise-session': { readonly sessionId: string };
  /** Deletes everything of one disavowed session. */
  'discard-session': { readonly sessionId: string };
  /** Publishes the manifest of one finished session anew, with what reviewers said of it. */
  'publish-review': { readonly sessionId: string };
  /** Takes in one article or file, if that is still to be done. */
  'import-text': { readonly importId: string };
  /** Sends one e-mail, as the row it speaks of tells it. */
  'send-email': { readonly kind: 'agreement-signed'; readonly signatureId: string };
  /** Deletes segments and old epochs that are no longer needed. */
  'delete-old-segments': Record<string, never>;
}

export type JobName = keyof JobPayloads;

/** What lies beside a job's payload in the queue: where it came from, for logs and traces alone. */
export interface JobProvenance {
  /** Number of the request that left the job, or left what led to it. */
  readonly requestId?: string;
  /** The trace it belongs to (https://www.w3.org/TR/trace-context/). */
  readonly traceparent?: string;
}
