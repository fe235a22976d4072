/** How main is stored. */
export interface MainFormat {
  readonly extension: 'webm' | 'mka';
  readonly contentType: 'audio/webm' | 'audio/x-matroska';
  readonly muxer: 'webm' | 'matroska';
  /** Encoder and its options for a main that something was cut out of; else the packets are copied. */
  readonly encoder: readonly string[];
}

const lossless = ['alac', 'flac'];

/**
 * WebM for the two codecs that it may hold, else Matroska. What is cut has to be encoded anew: Opus again where
 * WebM wants it, well above the rate at which it came; FLAC everywhere else, which loses nothing a second time.
 * @param codec - of the source, as ffmpeg names it.
 */
export function mainFormat(codec: string): MainFormat {
  if (codec === 'opus' || codec === 'vorbis') {
    return {
      extension: 'webm',
      contentType: 'audio/webm',
      muxer: 'webm',
      encoder: ['-c:a', 'libopus', '-b:a', '128k'],
    };
  }
  const keepsMoreThan16Bits = codec.startsWith('pcm_') || lossless.includes(codec);
  return {
    extension: 'mka',
    contentType: 'audio/x-matroska',
    muxer: 'matroska',
    encoder: ['-c:a', 'flac', ...(keepsMoreThan16Bits ? [] : ['-sample_fmt', 's16'])],
  };
}
