/** Paragraphs of sentences. */
export type Words = readonly (readonly string[])[];

/** A sentence by its paragraph and its place in it, each counted from 0. */
export interface Place {
  readonly paragraph: number;
  readonly sentence: number;
}

/** Puts sentences in the place of one; none takes it out, and its paragraph with it where it was the last. */
export function replaceSentence(words: Words, place: Place, sentences: readonly string[]): Words {
  const kept = sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  return words
    .map((paragraph, index) =>
      index === place.paragraph
        ? [...paragraph.slice(0, place.sentence), ...kept, ...paragraph.slice(place.sentence + 1)]
        : paragraph,
    )
    .filter((paragraph) => paragraph.length > 0);
}

/** Joins a sentence with the one that follows in its paragraph; the last one stays as it is. */
export function joinWithNext(words: Words, place: Place): Words {
  const next = words[place.paragraph]?.[place.sentence + 1];
  const sentence = words[place.paragraph]?.[place.sentence];
  if (next === undefined || sentence === undefined) return words;
  const without = replaceSentence(words, { ...place, sentence: place.sentence + 1 }, []);
  return replaceSentence(without, place, [`${sentence} ${next}`]);
}

/** True when both have the same sentences in the same paragraphs. */
export function sameWords(one: Words, other: Words): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How many sentences there are. */
export function countSentences(words: Words): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}
