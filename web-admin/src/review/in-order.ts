/** What was said last of each recording and has no answer yet, by the id of the recording. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Sends what is said of one recording in the order in which it was said: requests that are under way at the same time
 * may arrive in any order, and then the verdict that was taken back would stand, or a decision would lack one.
 *
 * @returns what `send` answers, once everything said before has been answered
 */
export async function inOrder<Answer>(sessionId: string, send: () => Promise<Answer>): Promise<Answer> {
  const sent = (underWay.get(sessionId) ?? Promise.resolve()).then(send, send);
  underWay.set(sessionId, sent);
  try {
    return await sent;
  } finally {
    if (underWay.get(sessionId) === sent) underWay.delete(sessionId);
  }
}
