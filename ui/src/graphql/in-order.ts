/** What was said last of each subject and has no answer yet. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Sends what is said of one subject in the order in which it was said: requests that are under way at the same time
 * may arrive in any order, and then what was taken back would stand, or a decision would lack a verdict.
 *
 * @param subject the id of a recording, say, or the name of a setting
 * @returns what `send` answers, once everything said before has been answered
 */
export async function inOrder<Answer>(subject: string, send: () => Promise<Answer>): Promise<Answer> {
  const sent = (underWay.get(subject) ?? Promise.resolve()).then(send, send);
  underWay.set(subject, sent);
  try {
    return await sent;
  } finally {
    if (underWay.get(subject) === sent) underWay.delete(subject);
  }
}
