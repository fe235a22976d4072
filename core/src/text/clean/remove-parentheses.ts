const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** A stretch of a text: from the character at `start` up to the one at `end`, without it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes out what stands in parentheses and square brackets: nested, mixed, crossing. What has no partner stays, as
 * `1)` and `:-)` do; `colo(u)r` is read as one word. No two words become one.
 * @param paragraph - one line.
 */
export function removeParentheses(paragraph: string): string {
  const pairs = outermostPairs(paragraph);
  if (pairs.length === 0) return paragraph;
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of pairs) {
    kept.push(paragraph.slice(from, start));
    const inner = paragraph.slice(start + 1, end - 1);
    const isInWord = isLetter(paragraph.charAt(start - 1)) && isLetter(paragraph.charAt(end));
    kept.push(isInWord && isPartOfWord(inner) ? inner : ' ');
    from = end;
  }
  kept.push(paragraph.slice(from));
  return kept
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:!?…׃](?:\s|$))/gu, '')
    .trim();
}

/** From left to right; a pair inside of another one is not among them. */
function outermostPairs(text: string): Stretch[] {
  const open: { readonly sign: string; readonly at: number }[] = [];
  // So that a closing sign without a partner does not look through all that is open.
  const waiting: Record<string, number> = { '(': 0, '[': 0 };
  const pairs: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign in waiting) {
      open.push({ sign, at });
      waiting[sign] = (waiting[sign] ?? 0) + 1;
    }
    const opener = openerOf[sign];
    if (opener === undefined || waiting[opener] === 0) continue;
    // What crosses the pair, as in (a [b) c], has lost its partner.
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      waiting[last.sign] = (waiting[last.sign] ?? 0) - 1;
      if (last.sign !== opener) continue;
      while ((pairs.at(-1)?.start ?? -1) > last.at) pairs.pop();
      pairs.push({ start: last.at, end: at + 1 });
      break;
    }
  }
  return pairs;
}

function isLetter(sign: string): boolean {
  return /^[\p{L}\p{M}]/u.test(sign);
}

/** One or two letters, as in colo(u)r. */
function isPartOfWord(inner: string): boolean {
  return /^(?:\p{L}\p{M}*){1,2}$/u.test(inner);
}
