import type { CaptureInput } from '../gql/generated';
import type { Level, MicrophoneInUse } from './recital';
import type { RecitalFault } from './recital-fault';

export interface CaptureEvents {
  /** The next bytes of the recording, in order; may be empty. */
  data(blob: Blob): void;
  /** The recording cannot go on. */
  fault(fault: RecitalFault): void;
}

/** An open microphone with a recorder behind it. */
export interface CaptureRun {
  capture: CaptureInput;
  microphone: MicrophoneInUse;
  /** The audio clock, in seconds; runs as long as the microphone is open, pauses included. */
  audioTime(): number;
  level(): Level;
  start(): void;
  pause(): void;
  resume(): void;
  /** Asks for the bytes so far, ahead of their time. */
  flush(): void;
  /** Goes on recording for a moment, so that what was spoken until now is in the file; not in a pause. */
  runOut(): Promise<void>;
  /** Ends the recorder and closes the microphone; settles when the last bytes were handed over. */
  stop(): Promise<void>;
}

/** Opens the microphone; rejects with a RecitalFault. */
export type OpenCapture = (events: CaptureEvents) => Promise<CaptureRun>;
