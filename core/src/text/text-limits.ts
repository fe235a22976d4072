/** Characters of a whole text. */
export const longestText = 1_000_000;

/** Sentences of a whole text; a longer one that is taken in becomes several. */
export const mostSentences = 2_000;

/** Characters of a sentence: nobody reads a longer one in one breath, or three. */
export const longestSentence = 2_000;
