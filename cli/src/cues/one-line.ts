/** The text with every run of white space as one space, and none around it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
