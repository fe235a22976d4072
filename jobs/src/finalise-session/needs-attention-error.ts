import type { SessionAttention } from '@crowd-recital/core/session/recital-session.entity.js';

/** With this content the session cannot be finalised, however often it is tried: an admin has to look at it. */
export class NeedsAttentionError extends Error {
  readonly attention: SessionAttention;

  constructor(attention: SessionAttention, message: string) {
    super(message);
    this.name = 'NeedsAttentionError';
    this.attention = attention;
  }
}
