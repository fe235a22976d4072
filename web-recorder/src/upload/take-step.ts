import { closeInterrupted } from '../journal/close-interrupted';
import { forgetVoice, removeRecital } from '../journal/progress';
import type { Step } from './next-step';
import { cutNextUnit, sendUnit } from './send-unit';
import type { Outcome, Sending } from './sending';
import { createSession, discardSession, endSession, heartbeat, sendDiscards, sendMark } from './server-steps';

/** A step that is more than waiting. */
export type Action = Exclude<Step, { kind: 'wait' }>;

/** Takes one step. Whatever the server accepted is in the journal before this settles. */
export async function takeStep(action: Action, sending: Sending): Promise<Outcome> {
  const { snapshot, tools } = sending;
  const { clientKey } = snapshot.header;
  const sessionId = snapshot.progress.sessionId ?? '';
  switch (action.kind) {
    case 'learn-terms':
      return tools.terms.learn(sending.signal);
    case 'create-session':
      return createSession(sending);
    case 'cut-unit':
      return cutNextUnit(sending);
    case 'send-unit':
      return sendUnit(sending, sessionId, action.unit);
    case 'send-mark':
      return sendMark(sending, sessionId, action.mark);
    case 'send-discards':
      return sendDiscards(sending, sessionId, action.sequences);
    case 'end-session':
      return endSession(sending, sessionId);
    case 'heartbeat':
      return heartbeat(sending, sessionId);
    case 'discard-session':
      return discardSession(sending, sessionId);
    case 'forget-voice':
      await forgetVoice(tools.journal, clientKey);
      return { kind: 'local' };
    case 'close-interrupted':
      await closeInterrupted(tools.journal, tools.locks, clientKey);
      return { kind: 'local' };
    case 'remove':
      await removeRecital(tools.journal, clientKey, snapshot.decision);
      return { kind: 'local' };
  }
}
