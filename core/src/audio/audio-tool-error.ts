/** How a run of ffmpeg or ffprobe went wrong. */
export type AudioToolFault = 'start' | 'exit' | 'signal' | 'time-limit' | 'output-limit';

/** ffmpeg or ffprobe did not do its work. The message holds its last words. */
export class AudioToolError extends Error {
  readonly fault: AudioToolFault;

  constructor(fault: AudioToolFault, message: string, lastWords = '') {
    super(lastWords === '' ? message : `${message}: ${lastWords}`);
    this.name = 'AudioToolError';
    this.fault = fault;
  }
}
