import path from 'node:path';

/** As finalisation stores them; whoever reads the bucket directly sees it. */
const contentTypes: Readonly<Record<string, string>> = {
  '.vtt': 'text/vtt; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.webm': 'audio/webm',
  '.mka': 'audio/x-matroska',
  '.ogg': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.mp4': 'audio/mp4',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
};

/** By the ending of its name; segments have none, and are not played by themselves. */
export function contentTypeOf(key: string): string {
  return contentTypes[path.extname(key)] ?? 'application/octet-stream';
}
