import type { AudioContainer } from '../session/audio-mime-type.js';

/** How a container is named in file names, to browsers and to ffmpeg. What a file is declared to be decides how it is read, never its bytes. */
export interface ContainerFacts {
  /** As stored and served. */
  readonly contentType: string;
  /** ffmpeg's demuxer: the only one that may open the file. */
  readonly demuxer: string;
  /** The only decoders that may run on it. */
  readonly decoders: readonly string[];
}

const facts: Readonly<Record<AudioContainer, ContainerFacts>> = {
  webm: { contentType: 'audio/webm', demuxer: 'webm', decoders: ['opus', 'vorbis'] },
  ogg: { contentType: 'audio/ogg', demuxer: 'ogg', decoders: ['opus', 'vorbis', 'flac'] },
  mp4: {
    contentType: 'audio/mp4',
    demuxer: 'mp4',
    decoders: ['aac', 'opus', 'alac', 'flac', 'mp3', 'mp3float'],
  },
  wav: {
    contentType: 'audio/wav',
    demuxer: 'wav',
    decoders: ['pcm_s16le', 'pcm_s24le', 'pcm_s32le', 'pcm_u8', 'pcm_f32le', 'pcm_f64le'],
  },
  flac: { contentType: 'audio/flac', demuxer: 'flac', decoders: ['flac'] },
  mp3: { contentType: 'audio/mpeg', demuxer: 'mp3', decoders: ['mp3', 'mp3float'] },
};

/** What is known of a container. */
export function containerFacts(container: AudioContainer): ContainerFacts {
  return facts[container];
}
