/** Best first: Opus wherever the browser has it, in the container that it writes best. */
const CANDIDATES = [
  'audio/webm;codecs=opus',
  'audio/mp4;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4',
  'audio/webm',
  'audio/ogg;codecs=opus',
];

/** The MIME type to record in, or null when this browser records none that the server takes. */
export function chooseMimeType(isSupported: (mimeType: string) => boolean): string | null {
  return CANDIDATES.find(isSupported) ?? null;
}
