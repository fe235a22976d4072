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

export function paragraphsOf(sentences: Sentences): string[][] {
  const paragraphs: string[][] = [];
  for (const { text, beginsParagraph } of sentences) {
    if (beginsParagraph || paragraphs.length === 0) paragraphs.push([]);
    paragraphs.at(-1)?.push(text);
  }
  return paragraphs;
}

/** A sentence is one line: whatever was typed or pasted into it. */
export function correct(sentences: Sentences, key: number, typed: string): Sentences {
  const text = oneLine(typed);
  if (text === '') return remove(sentences, key);
  return sentences.map((sentence) => (sentence.key === key ? { ...sentence, text } : sentence));
}

/** Cuts a sentence in two; where one of them would be empty, nothing changes. */
export function split(sentences: Sentences, key: number, typed: string, at: number): Sentences {
  const [before, after] = [oneLine(typed.slice(0, at)), oneLine(typed.slice(at))];
  if (before === '' || after === '') return sentences;
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

/** Joins a sentence with the one that follows, over the end of a paragraph too. The last one stays as it is. */
export function merge(sentences: Sentences, key: number): Sentences {
  const index = sentences.findIndex((sentence) => sentence.key === key);
  const [first, second] = sentences.slice(index, index + 2);
  if (index < 0 || !first || !second) return sentences;
  const joined = { ...first, text: `${first.text} ${second.text}` };
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
