import { failedFault, type CliFault } from '../cli-fault.js';
import { CallFailure } from '../graphql/call-failure.js';

/**
 * What to tell the person of a call that failed for good: what happened, what is safe, what to do.
 * @param sessionId - the session that had already begun, if one had
 * @throws what is no failure of a call; that is a fault of the program.
 */
export function failureSentence(failure: unknown, server: string, sessionId: string | undefined): CliFault {
  if (!(failure instanceof CallFailure)) throw failure;
  const safe =
    sessionId === undefined
      ? ''
      : ` What had arrived by then is kept on the server as session ${sessionId}; run the command again to send it as a new one.`;
  return failedFault(`${sentenceOf(failure, server)}${safe}`);
}

function sentenceOf({ code, httpStatus, message }: CallFailure, server: string): string {
  if (httpStatus === null) {
    return `No answer from ${server} (${message}). Start the server with \`npm start\`, or name another one with --server.`;
  }
  if (code === null) return `What answers at ${server} is not this system's server: ${message}`;
  if (code === 'UNAUTHENTICATED') {
    return `The server did not let you in: ${message} Name a user that its sign-in page offers with --user, or give a token with --token.`;
  }
  return `The server refused: ${message}`;
}
