/** One sign as it stands on the page: a base character with the points that belong to it. */
export interface Glyph {
  readonly text: string;
  /** Its left and right edge, in points of the page. */
  readonly left: number;
  readonly right: number;
}

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};

/** PDFium turns these around in a line from right to left, though nobody writes them by their look. */
const quotes: Readonly<Record<string, string>> = { '“': '”', '”': '“', '‘': '’', '’': '‘' };

/**
 * Stretches that run from left to right inside of a line from right to left, in the classes of `classOf`: Latin words
 * with all between them, and numbers with their separators and signs.
 */
const leftToRight = /(?:E[^R]*?)?L(?:[^R]*[LE])?|T*E(?:E|SE)*T*/gu;

/** True when a line is to be read from right to left. */
export function isRightToLeft(glyphs: readonly Glyph[]): boolean {
  return glyphs.some(({ text }) => classOf(text) === 'R');
}

/**
 * Puts the signs of one line, given from left to right as they are seen, into the order in which they are read.
 * The reverse of the bidirectional algorithm (https://www.unicode.org/reports/tr9) for a line of one paragraph,
 * without its embeddings, which leave no trace on paper.
 * @param mirror - the program that made the page wrote brackets as they look, not as they are meant.
 */
export function readingOrder(glyphs: readonly Glyph[], { mirror }: { readonly mirror: boolean }): string {
  if (!isRightToLeft(glyphs)) return glyphs.map(({ text }) => text).join('');
  const classes = glyphs.map(({ text }) => classOf(text)).join('');
  const stretches: string[] = [];
  let from = 0;
  const turned = (until: number): void => {
    for (const { text } of glyphs.slice(from, until)) {
      stretches.push(quotes[text] ?? (mirror ? (mirrored[text] ?? text) : text));
    }
    from = until;
  };
  for (const { index, 0: stretch } of classes.matchAll(leftToRight)) {
    turned(index);
    from = index + stretch.length;
    stretches.push(
      glyphs
        .slice(index, from)
        .map(({ text }) => text)
        .join(''),
    );
  }
  turned(glyphs.length);
  return stretches.reverse().join('');
}

/** R: from right to left; L: from left to right; E: digit; S: separator in a number; T: sign at a number; N: neither. */
function classOf(text: string): 'R' | 'L' | 'E' | 'S' | 'T' | 'N' {
  if (/^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(text)) return 'R';
  if (/^[\p{N}\ue000]/u.test(text)) return 'E';
  if (/^\p{L}/u.test(text)) return 'L';
  if (/^[.,:/-]/u.test(text)) return 'S';
  return /^[%‰°$€£₪#+]/u.test(text) ? 'T' : 'N';
}

/** How many brackets of a text close before they open. */
export function wrongBrackets(text: string): number {
  let open = 0;
  let wrong = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') open += 1;
    if (sign !== ')' && sign !== ']') continue;
    if (open > 0) open -= 1;
    else wrong += 1;
  }
  return wrong;
}
