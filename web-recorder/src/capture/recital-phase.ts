import type { RecitalPhase } from './recital';

/** What can happen to a recital. `fault` is anything that ends it against the speaker's will. */
export type RecitalEvent =
  | 'start'
  | 'started'
  | 'cancelled'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'fault'
  | 'flushed'
  | 'nothing-recorded'
  | 'decided';

const TRANSITIONS: Record<RecitalPhase, Partial<Record<RecitalEvent, RecitalPhase>>> = {
  idle: { start: 'starting' },
  failed: { start: 'starting' },
  starting: { started: 'recording', cancelled: 'idle', fault: 'failed' },
  recording: { pause: 'paused', stop: 'stopping', fault: 'stopping' },
  paused: { resume: 'recording', stop: 'stopping', fault: 'stopping' },
  stopping: { flushed: 'stopped', 'nothing-recorded': 'failed' },
  stopped: { decided: 'idle' },
};

/**
 * The phase after `event`, or null when the event has no meaning in this phase and must do nothing: a second
 * press of start, a fault after the end.
 */
export function phaseAfter(phase: RecitalPhase, event: RecitalEvent): RecitalPhase | null {
  return TRANSITIONS[phase][event] ?? null;
}
