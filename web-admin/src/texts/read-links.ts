/** What was pasted as links: one a line, or with blanks or commas between them; each once. */
export function readLinks(pasted: string): string[] {
  // A comma belongs to many titles; only one that a blank or the next link follows ends a link.
  const links = pasted.split(/\s+|,(?=\s|https?:)/).map((link) => link.replace(/^[<"']+|[>"',;]+$/g, ''));
  return [...new Set(links.filter((link) => link !== ''))];
}
