import { checkWholeNumber } from '../input/check-number.js';
import { oneLine } from '../input/plain-characters.js';
import { audioContainer } from './audio-mime-type.js';
import type { CaptureSettings } from './capture-settings.js';

/** Characters that are kept of a device's or a browser's name: more is no reason to refuse a voice. */
const longestName = 300;

/**
 * The capture settings as they are stored: names in one line and not too long, nothing that is not known here.
 * @throws UNSUPPORTED_MEDIA_TYPE, BAD_USER_INPUT
 */
export function checkCapture(given: CaptureSettings): CaptureSettings {
  audioContainer(given.mimeType);
  if (given.sampleRate !== undefined) {
    checkWholeNumber('capture.sampleRate', given.sampleRate, { least: 1, most: 1_000_000 });
  }
  if (given.channelCount !== undefined) {
    checkWholeNumber('capture.channelCount', given.channelCount, { least: 1, most: 64 });
  }
  return {
    mimeType: given.mimeType.trim().toLowerCase(),
    sampleRate: given.sampleRate,
    channelCount: given.channelCount,
    echoCancellation: given.echoCancellation,
    noiseSuppression: given.noiseSuppression,
    autoGainControl: given.autoGainControl,
    deviceLabel: name(given.deviceLabel),
    userAgent: name(given.userAgent),
  };
}

function name(given: string | undefined): string | undefined {
  return given === undefined ? undefined : oneLine(given.slice(0, longestName));
}
