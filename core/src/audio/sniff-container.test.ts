import { describe, expect, it } from 'vitest';
import { sniffContainer } from './sniff-container.js';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('sniffContainer', () => {
  it.each([
    ['webm', bytes([0x1a, 0x45, 0xdf, 0xa3], 'rest of the header')],
    ['ogg', bytes('OggS', [0, 2])],
    ['mp4', bytes([0, 0, 0, 0x20], 'ftypiso5')],
    ['wav', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['flac', bytes('fLaC', [0])],
    ['mp3', bytes('ID3', [4, 0])],
    ['mp3', bytes([0xff, 0xfb, 0x90, 0x64])],
  ])('knows %s', (container, head) => {
    expect(sniffContainer(head)).toBe(container);
  });

  it.each([
    ['a playlist', bytes('#EXTM3U\n#EXT-X-VERSION:3')],
    ['a list of files', bytes('ffconcat version 1.0')],
    ['a picture', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['an archive', bytes('PK', [3, 4])],
    ['an AAC frame', bytes([0xff, 0xf1, 0x50, 0x80])],
    ['another RIFF', bytes('RIFF', [1, 2, 3, 4], 'AVI LIST')],
    ['nothing', bytes()],
    ['one byte', bytes([0xff])],
  ])('does not take %s for audio', (_name, head) => {
    expect(sniffContainer(head)).toBeUndefined();
  });
});
