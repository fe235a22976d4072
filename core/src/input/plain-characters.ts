/**
 * Control characters, tab and line breaks among them, and halves of surrogate pairs: PostgreSQL cannot store the
 * first of them, nor the last in JSON. Marks of direction are none of these and stay.
 */
const unwanted = /[\p{Cc}\p{Cs}]/gu;

/** One line without control characters; runs of white space become one blank. */
export function oneLine(text: string): string {
  return text.replace(unwanted, ' ').replace(/\s+/gu, ' ').trim();
}
