import type { Environment } from './environment.js';

/** How Google, or what stands in for it, is reached and believed. */
export interface GoogleOptions {
  readonly clientId: string;
  /** Issuers whose ID tokens are believed. */
  readonly issuers: readonly string[];
  /** Where the keys are that sign ID tokens: PEM, by key id. */
  readonly certsUrl: string;
  /** The script of the sign-in button. */
  readonly scriptUrl: string;
}

/** @returns undefined where nobody signs in with Google. */
export function googleOptions(environment: Environment): GoogleOptions | undefined {
  const { GOOGLE_CLIENT_ID: clientId } = environment;
  if (clientId === undefined) return undefined;
  return {
    clientId,
    issuers: environment.GOOGLE_ISSUERS,
    certsUrl: environment.GOOGLE_CERTS_URL,
    scriptUrl: environment.GOOGLE_SCRIPT_URL,
  };
}
