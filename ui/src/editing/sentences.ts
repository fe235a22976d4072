/** A sentence while its text is edited. */
export interface Sentence {
  /** The same for as long as it is this sentence, whatever its words. */
  readonly key: number;
  readonly text: string;
  readonly beginsParagraph: boolean;
}

export type Sentences = readonly Sentence[];

export function sentencesOf(paragraphs: readonly (readonly string[])[]): Sentences {
  let key = 0;
  return paragraphs.flatMap((sentences) =>
    sentences.map((text, index) => ({ key: (key += 1), text, beginsParagraph: index === 0 })),
  );
}

/** The sentences of each paragraph, in the order of the text. */
export function byParagraph(sentences: Sentences): Sentences[] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.beginsParagraph || paragraphs.length === 0) paragraphs.push([]);
    paragraphs.at(-1)?.push(sentence);
  }
  return paragraphs;
}

export function paragraphsOf(sentences: Sentences): string[][] {
  return byParagraph(sentences).map((paragraph) => paragraph.map(({ text }) => text));
}

/** A sentence is one line, whatever was typed or pasted into it; one without words is taken out. */
export function correct(sentences: Sentences, key: number, typed: string): Sentences {
  const text = oneLine(typed);
  if (text === '') return remove(sentences, key);
  if (sentences.some((sentence) => sentence.key === key && sentence.text === text)) return sentences;
  return sentences.map((sentence) => (sentence.key === key ? { ...sentence, text } : sentence));
}

/** Cuts a sentence in two, as it was typed; at an end there is nothing to cut, and it is only corrected. */
export function split(sentences: Sentences, key: number, typed: string, at: number): Sentences {
  const [before, after] = [oneLine(typed.slice(0, at)), oneLine(typed.slice(at))];
  if (before === '' || after === '') return correct(sentences, key, typed);
  const next = Math.max(...sentences.map((sentence) => sentence.key)) + 1;
  return sentences.flatMap((sentence) =>
    sentence.key === key
      ? [
          { ...sentence, text: before },
          { key: next, text: after, beginsParagraph: false },
        ]
      : [sentence],
  );
}

/**
 * Joins a sentence, as it was typed, with the one that follows, over the end of a paragraph too. After the last one
 * nothing follows, and it is only corrected.
 */
export function merge(sentences: Sentences, key: number, typed: string): Sentences {
  const index = sentences.findIndex((sentence) => sentence.key === key);
  const [first, second] = sentences.slice(index, index + 2);
  if (index < 0 || !first || !second) return correct(sentences, key, typed);
  const joined = { ...first, text: oneLine(`${typed} ${second.text}`) };
  return [...sentences.slice(0, index), joined, ...sentences.slice(index + 2)];
}

/** Takes a sentence out; what is left of its paragraph stays one. */
export function remove(sentences: Sentences, key: number): Sentences {
  const index = sentences.findIndex((sentence) => sentence.key === key);
  return sentences.flatMap((sentence, place) => {
    if (place === index) return [];
    const inherits = place === index + 1 && index >= 0 && sentences[index]?.beginsParagraph === true;
    return [inherits ? { ...sentence, beginsParagraph: true } : sentence];
  });
}

function oneLine(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim();
}
