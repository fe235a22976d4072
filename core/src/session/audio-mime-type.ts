import { AppError } from '../errors/app-error.js';

/** The containers that finalisation can read, by every MIME type that browsers and programs give them. */
const containers = new Map([
  ['audio/webm', 'webm'],
  ['audio/ogg', 'ogg'],
  ['audio/mp4', 'mp4'],
  ['audio/wav', 'wav'],
  ['audio/x-wav', 'wav'],
  ['audio/flac', 'flac'],
  ['audio/mpeg', 'mp3'],
] as const);

/** How the bytes of a recording are wrapped; also the file name extension of a stored source. */
export type AudioContainer = 'webm' | 'ogg' | 'mp4' | 'wav' | 'flac' | 'mp3';

/** A type, at most with the codecs parameter of RFC 6381. */
const form = /^(audio\/[a-z0-9-]+)(?:\s*;\s*codecs\s*=\s*(?:"[\w.,+ -]{1,60}"|[\w.,+-]{1,60}))?$/;

/**
 * @param mimeType - such as `audio/webm;codecs=opus`.
 * @throws UNSUPPORTED_MEDIA_TYPE for anything that finalisation could not read.
 */
export function audioContainer(mimeType: string): AudioContainer {
  const [, type] = form.exec(mimeType.trim().toLowerCase()) ?? [];
  const container = [...containers].find(([known]) => known === type)?.[1];
  if (container === undefined) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      `This kind of audio cannot be taken. Send one of: ${[...containers.keys()].join(', ')}.`,
      { field: 'mimeType' },
    );
  }
  return container;
}
