/** What finished recordings are, and every browser plays. */
const EVERYWHERE = 'audio/mpeg';

/**
 * True when this browser plays audio of a type. Recordings that are heard before they are finished are as the recorder
 * made them, mostly Opus, which not every browser plays.
 */
export function canPlay(mimeType: string): boolean {
  if (mimeType === EVERYWHERE) return true;
  return document.createElement('audio').canPlayType(`${mimeType}; codecs="opus"`) !== '';
}
