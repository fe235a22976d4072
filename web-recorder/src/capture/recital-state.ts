import { shallowReactive } from 'vue';
import type { Level, MicrophoneInUse, Position, RecitalPhase, RecitalProblem } from './recital';

/** What the screen shows of a recital; changed by the engine alone. */
export interface RecitalState {
  phase: RecitalPhase;
  position: Position;
  elapsedSeconds: number;
  level: Level;
  problem: RecitalProblem | null;
  sentencesRead: number;
  microphone: MicrophoneInUse | null;
  /** Seconds of voice that are on this device's disk */
  secondsOnDevice: number;
  /** Of the running or last recital */
  clientKey: string | null;
}

/** What a closed microphone shows. */
export const NO_LEVEL: Level = { rms: 0, peak: 0, verdict: 'silent' };

/** The state before the first recital. */
export function newRecitalState(position: Position): RecitalState {
  return shallowReactive({
    phase: 'idle',
    position,
    elapsedSeconds: 0,
    level: NO_LEVEL,
    problem: null,
    sentencesRead: 0,
    microphone: null,
    secondsOnDevice: 0,
    clientKey: null,
  });
}

/** Sets back what the screen shows of the last recital. */
export function forgetRecital(state: RecitalState): void {
  state.elapsedSeconds = 0;
  state.sentencesRead = 0;
  state.secondsOnDevice = 0;
  state.clientKey = null;
}
