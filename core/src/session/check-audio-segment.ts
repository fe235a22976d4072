import { AppError, badInput } from '../errors/app-error.js';
import { checkWholeNumber } from '../input/check-number.js';
import { audioContainer } from './audio-mime-type.js';
import type { SessionLimits } from './session-limits.js';

/** What is announced of a segment before its bytes are read. */
export interface AnnouncedSegment {
  readonly sequence: number;
  readonly byteLength: number;
  /** Hex, lower case. */
  readonly sha256: string;
  readonly mimeType: string;
}

/** @throws BAD_USER_INPUT, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE before anything is stored. */
export function checkAudioSegment(announced: AnnouncedSegment, limits: SessionLimits): void {
  checkWholeNumber('sequence', announced.sequence, { least: 0, most: limits.maxSegments - 1 });
  if (!Number.isInteger(announced.byteLength) || announced.byteLength < 0) {
    throw badInput('byteLength', 'byteLength must be a whole number of bytes.');
  }
  if (announced.byteLength === 0) {
    throw badInput(
      'byteLength',
      'An empty segment holds no voice. Leave it out and give its number to the next.',
    );
  }
  if (announced.byteLength > limits.maxSegmentBytes) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `A segment may have ${limits.maxSegmentBytes} bytes. Split this one and send the parts.`,
      { field: 'byteLength', maxSegmentBytes: limits.maxSegmentBytes },
    );
  }
  if (!/^[0-9a-f]{64}$/.test(announced.sha256)) {
    throw badInput('sha256', 'sha256 must be the 64 hexadecimal digits of the SHA-256 of the bytes.');
  }
  audioContainer(announced.mimeType);
}
