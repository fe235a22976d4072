import type { Journal } from '../journal/journal';
import { readRecording } from '../journal/read';

const EXTENSIONS: Record<string, string> = { 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' };
/** Some browsers begin to read only after the click has returned. */
const URL_LIFE_MILLISECONDS = 60_000;

/** Hands a recording to the browser as a file download; does nothing when there is no voice. */
export async function downloadRecording(journal: Journal, clientKey: string): Promise<void> {
  const header = await journal.database.get('headers', clientKey);
  const recording = await readRecording(journal, clientKey);
  if (!header || !recording) return;
  const url = URL.createObjectURL(recording);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(header.startedAt, header.mimeType);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE_MILLISECONDS);
}

/** Such as `recital-2026-01-31-14-05-09.webm`. */
export function fileName(startedAt: string, mimeType: string): string {
  const moment = startedAt.slice(0, 19).replaceAll(/[T:]/g, '-');
  const extension = EXTENSIONS[mimeType.split(';')[0] ?? ''] ?? 'audio';
  return `recital-${moment}.${extension}`;
}
