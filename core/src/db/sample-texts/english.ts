import type { SampleText } from './sample-text.js';

export const englishSample: SampleText = {
  id: '6f0d3a52-1c07-4b1e-9a55-0d1f6a7c1a03',
  revisionId: '6f0d3a52-1c07-4b1e-9a55-0d1f6a7c1b03',
  title: 'The Library on Mill Lane',
  language: 'en',
  text: `
On Mill Lane there is a library no larger than a wardrobe. It stands by the garden gate of number twelve, with a tin roof and a door that sticks in wet weather. Nobody remembers who built it. The rule is painted inside the door: take a book, leave a book, and wipe your hands first.

For years I walked past it on my way to the station. I was always late, and I believed that late people have no time to read. One morning in March the train was cancelled, and the rain came down like gravel. I stood under the little tin roof because there was nowhere else to stand. Out of boredom, I opened the door.

The book I took was about lighthouses. Someone had written small notes in the margins, in green ink and very neat letters. “My uncle kept this one,” said the first note, beside a drawing of a tower on a rock. “He hated fish and was afraid of the sea,” said the next. I laughed so loudly that a dog across the road began to bark.

After that I borrowed whatever the green ink had visited. I read about bees, about bridges, and about a long walk through Norway. The notes were never clever, but they were always kind. Sometimes they asked a question, and at last I bought a pencil and began to answer. I never signed my name.

In autumn I found a new book waiting on the middle shelf. On its first page, in green, stood a single line. “To the one with the pencil: the kettle is on at number twelve,” it said. I closed the door of the library carefully, so that it would not stick. Then, for the first time in my life, I was late on purpose.
`,
};
