import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCues } from './read-cues.js';

const sentences = (text: string) => parseCues(text).map(({ sentence }) => sentence);

describe('TSV', () => {
  test('three columns, with headings, empty lines and Windows line ends', () => {
    const text =
      'from\tto\tsentence\r\n\r\n0.3\t2.2\tAnd so, my fellow Americans:\r\n00:03.2\t0:00:07.600\task not\r\n';
    expect(parseCues(text)).toEqual([
      { fromSeconds: 0.3, toSeconds: 2.2, sentence: 'And so, my fellow Americans:', line: 3 },
      { fromSeconds: 3.2, toSeconds: 7.6, sentence: 'ask not', line: 4 },
    ]);
  });

  test('Hebrew headings and sentences', () => {
    expect(sentences('מ־\tעד\tמשפט\n0\t1\tשלום  לכם.\n')).toEqual(['שלום לכם.']);
  });

  test.each([
    ['0.3\t2.2\tone\n2.2 3.1 two', 'line 2: expected from, to and sentence divided by tabs, found 1 column.'],
    ['0.3\t2.2\tone\ttwo', 'line 1: expected from, to and sentence divided by tabs, found 4 columns.'],
    ['0.3\t2.2\tone\n\n2.x\t3\ttwo', 'line 3: "2.x" is not a time. Write seconds (8.1) or hh:mm:ss.mmm.'],
    ['0..3\t2.2\tone', 'line 1: "0..3" is not a time. Write seconds (8.1) or hh:mm:ss.mmm.'],
    ['0.3\t2.2\t ', 'line 1: the sentence is empty.'],
    ['from\tto\ttext\nfrom\tto\ttext', 'line 2: "from" is not a time. Write seconds (8.1) or hh:mm:ss.mmm.'],
  ])('%j is refused by its line', (text, message) => {
    expect(() => parseCues(text)).toThrow(message);
  });
});

describe('WebVTT', () => {
  test('comments, styles, identifiers, settings and mark-up are passed over', () => {
    const text = `WEBVTT - a title
Kind: captions

STYLE
::cue { color: red }

NOTE not a cue

1
00:00.300 --> 00:02.200 align:start position:0%
<v Speaker>And so, <i>my</i> fellow
Americans &amp; friends:

00:00:03.200 --> 00:00:07.600
ask &lt;not&gt;&#33;
`;
    expect(parseCues(text)).toEqual([
      { fromSeconds: 0.3, toSeconds: 2.2, sentence: 'And so, my fellow Americans & friends:', line: 10 },
      { fromSeconds: 3.2, toSeconds: 7.6, sentence: 'ask <not>!', line: 14 },
    ]);
  });

  test('old Macintosh line ends', () => {
    expect(sentences('WEBVTT\r\r00:00.000 --> 00:01.000\rone\r')).toEqual(['one']);
  });

  test.each([
    ['WEBVTT\n\none\ntwo\n', 'line 3: expected times such as 00:00.300 --> 00:02.200.'],
    ['WEBVTT\n\n00:00.300 -> 00:02.200\none\n', 'line 3: expected times'],
    ['WEBVTT\n\n00:00.300 --> soon\none\n', 'line 3: "00:00.300 --> soon" does not give two times.'],
    ['WEBVTT\n\n1\n00:00.300 --> 00:02.200\n<b></b>\n', 'line 4: this cue has no sentence.'],
  ])('%j is refused by its line', (text, message) => {
    expect(() => parseCues(text)).toThrow(message);
  });
});

test('whatever is written as TSV or WebVTT is read back', () => {
  const word = fc.constantFrom('ask', 'שלום', 'װאָס', 'a&b', '<c>', '"d"', '12:30', 'ё', '👋');
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), lineEnd, (texts, end) => {
      const tsv = texts.map((text, index) => `${index}\t${index + 0.5}\t${text}`).join(end);
      const vtt = [
        'WEBVTT',
        ...texts.map((text, index) => `${end}${stamp(index)} --> ${stamp(index + 1)}${end}${escape(text)}`),
      ];
      expect(sentences(tsv)).toEqual(texts);
      expect(sentences(vtt.join(end))).toEqual(texts);
    }),
  );
});

test('no text makes the reader fail otherwise than by naming a line', () => {
  const piece = fc.constantFrom(
    'WEBVTT',
    '\n',
    '\n\n',
    '\t',
    ' --> ',
    '00:01.000',
    '-1',
    'x',
    '<',
    '&#x110000;',
    'א',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        for (const cue of parseCues(pieces.join('')))
          expect(Number.isFinite(cue.fromSeconds + cue.toSeconds)).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({
          name: 'CliFault',
          exitCode: 2,
          message: expect.stringMatching(/^line \d+: /) as string,
        });
      }
    }),
  );
});

function stamp(seconds: number): string {
  return `00:${String(seconds).padStart(2, '0')}.000`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
