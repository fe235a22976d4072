import type { Language } from '../../text/text-document.entity.js';

/** A text that every development installation has. */
export interface SampleText {
  /** Fixed, so that it is seeded once. */
  readonly id: string;
  readonly revisionId: string;
  readonly title: string;
  readonly language: Language;
  /** Paragraphs are set apart by blank lines. */
  readonly text: string;
}
