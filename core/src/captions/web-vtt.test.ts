import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from './cues.js';
import { webVtt } from './web-vtt.js';

function cue(text: string, start = 0, end = 1, sequence = 0): Cue {
  return { sequence, paragraph: 0, sentence: 0, text, start, end };
}

describe('webVtt', () => {
  it('writes a header with the session, and a named cue for each sentence', () => {
    expect(webVtt('abc', [cue('One.', 0, 2.2), cue('Two.', 3.2, 7.0005, 4)])).toBe(
      'WEBVTT\n\nNOTE\nSession ID: abc\n' +
        '\n0\n00:00:00.000 --> 00:00:02.200\nOne.\n' +
        '\n4\n00:00:03.200 --> 00:00:07.001\nTwo.\n',
    );
  });

  it('counts hours, also beyond a day', () => {
    expect(webVtt('x', [cue('a', 3_725.5, 100 * 3_600)])).toContain('01:02:05.500 --> 100:00:00.000');
  });

  it('rounds to the nearest millisecond, never up to 60 seconds', () => {
    expect(webVtt('x', [cue('a', 59.9996, 61)])).toContain('00:01:00.000 --> 00:01:01.000');
  });

  it('gives back any text, spaces collapsed, however it tries to break out of its cue', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('-->', '<v x>', '&amp;', '\n\n', '\r', ' \u2028 '),
          ),
        ),
        (parts) => {
          const texts = [`a${parts.join('')}`, 'second'];
          const parsed = parse(
            webVtt(
              'x',
              texts.map((text, index) => cue(text, index, index + 1, index)),
            ),
          );
          expect(parsed).toEqual(texts.map((text) => text.replace(/[\s\0]+/gu, ' ').trim()));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The payloads of a file, by the parser rules of the standard: blocks end at an empty line, `-->` begins a cue. */
function parse(file: string): string[] {
  const blocks = file.split(/\r\n\r\n|\n\n|\r\r/).slice(2);
  return blocks.map((block) => {
    const [id = '', times = '', ...payload] = block.replace(/\n$/, '').split(/\r\n|\n|\r/);
    expect(id).toMatch(/^\d+$/);
    expect(times).toMatch(/^\d{2,}:\d\d:\d\d\.\d{3} --> \d{2,}:\d\d:\d\d\.\d{3}$/);
    expect(payload.length).toBeLessThanOrEqual(1);
    const text = payload[0] ?? '';
    expect(text).not.toMatch(/[<>]|-->/);
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  });
}
