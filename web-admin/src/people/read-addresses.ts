/** E-mail addresses out of what somebody pasted: one a line, or with commas, semicolons or spaces between them. */
export function readAddresses(pasted: string): { addresses: string[]; others: string[] } {
  const words = pasted.split(/[\s,;]+/).map((word) => word.replace(/^<|>$/g, ''));
  const found = [...new Map(words.filter(Boolean).map((word) => [word.toLowerCase(), word])).values()];
  const isAddress = (word: string) => /^[^@\s]+@[^@\s]+$/.test(word);
  return { addresses: found.filter(isAddress), others: found.filter((word) => !isAddress(word)) };
}
