import type { MarkRecord } from '../journal/journal-records';
import type { KeepOptions, Position } from './recital';
import { following } from './sentence-walk';

/**
 * The sentence to read next after a recital was kept: its last one again when that was left out, else the one that
 * was opened and not read, else the one that follows; at the end of the text the last one.
 */
export function whereToReadOn(
  paragraphs: readonly string[][],
  last: MarkRecord,
  { withoutLastSentence }: KeepOptions,
): Position {
  const lastRead = { paragraph: last.paragraph, sentence: last.sentence };
  if (withoutLastSentence) return lastRead;
  return last.next ?? following(paragraphs, lastRead) ?? lastRead;
}
