import type { AudioContainer } from '../session/audio-mime-type.js';

/** Bytes that `sniffContainer` wants to see. */
export const sniffLength = 12;

/**
 * Tells a container by its first bytes. ffmpeg probes by content and would open a playlist that is called
 * `.webm`, so the bytes must be what was declared before it sees them.
 * @returns undefined when it is none of the accepted ones.
 */
export function sniffContainer(head: Uint8Array): AudioContainer | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const text = (from: number, to: number): string => bytes.toString('latin1', from, to);
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3) return 'webm';
  if (text(0, 4) === 'OggS') return 'ogg';
  if (text(4, 8) === 'ftyp') return 'mp4';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'wav';
  if (text(0, 4) === 'fLaC') return 'flac';
  if (text(0, 3) === 'ID3' || isMpegAudioFrame(bytes)) return 'mp3';
  return undefined;
}

/** Eleven bits of sync and a layer: layer 0 is how AAC frames look, which are not accepted. */
function isMpegAudioFrame(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if (first !== 0xff || second === undefined) return false;
  return (second & 0xe0) === 0xe0 && (second & 0x06) !== 0;
}
