import type { AudioContainer } from '../session/audio-mime-type.js';
import { containerFacts } from './container.js';

/**
 * What ffmpeg and ffprobe are told of a file before they open it: the declared container and nothing else, local
 * files only, and the decoders that belong to it. The whitelists stand before `-i` and hold for the input alone.
 */
export function demuxerOptions(container: AudioContainer): string[] {
  const { demuxer, decoders } = containerFacts(container);
  return [
    ['-protocol_whitelist', 'file,pipe'],
    ['-format_whitelist', demuxer],
    ['-codec_whitelist', decoders.join(',')],
    ['-f', demuxer],
  ].flat();
}
