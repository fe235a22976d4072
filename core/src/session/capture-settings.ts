/** What the browser said of the microphone and the recorder when the recital began. */
export interface CaptureSettings {
  readonly mimeType: string;
  /** Hz */
  readonly sampleRate?: number | undefined;
  readonly channelCount?: number | undefined;
  readonly echoCancellation?: boolean | undefined;
  readonly noiseSuppression?: boolean | undefined;
  readonly autoGainControl?: boolean | undefined;
  readonly deviceLabel?: string | undefined;
  readonly userAgent?: string | undefined;
}
