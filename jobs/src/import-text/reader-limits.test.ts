import { findBox, type Box } from '@crowd-recital/core/audio/box.js';
import { refusalMessage, TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { FileFormat } from '@crowd-recital/core/text/import/file-format.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDocx, anArchive, anEpub, aPdf, pdfLine } from '../../test/made-file.js';
import { readDocument } from './reader/read-document.js';
import { readerLimits, runReader, type ReaderLimits } from './run-reader.js';

/** 101 MB of blanks; packed, it is 100 kB. */
const bomb = Buffer.alloc(101 * 2 ** 20, ' ');
/** With the files of a document there are more than 2,000. */
const crowd = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`part-${index}`, '']));
const noPassword = `<< /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`;
const words = 'One. Two.';

/** As programs do that pack with a password: bit 0 of the flags, in each file's entry of the directory and before it. */
function withPassword(archive: Buffer): Buffer {
  const marked = Buffer.from(archive);
  for (const [signature, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    for (let at = marked.indexOf(signature); at >= 0; at = marked.indexOf(signature, at + 1)) {
      marked.writeUInt16LE(marked.readUInt16LE(at + flags) | 1, at + flags);
    }
  }
  return marked;
}

/** Says of each file in the archive that it comes to ten bytes. */
function belittled(archive: Buffer): Buffer {
  const marked = Buffer.from(archive);
  for (let at = marked.indexOf('PK\u0001\u0002'); at >= 0; at = marked.indexOf('PK\u0001\u0002', at + 1)) {
    marked.writeUInt32LE(10, at + 24);
  }
  return marked;
}

/** What Office makes of a document with a password, and of one that is merely old: an envelope of Windows. */
function envelope(content: string): Buffer {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([head, Buffer.alloc(1_024), Buffer.from(content, 'utf16le'), Buffer.alloc(1_024)]);
}

const encrypted =
  '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>';

const refusals: [string, FileFormat, () => Buffer | Promise<Buffer>, string][] = [
  ['a document that unpacks to more than 100 MB', 'docx', () => aDocx(words, { bomb }), 'unpacks-too-large'],
  ['a book that does', 'epub', () => anEpub(words, { 'b.xhtml': bomb }), 'unpacks-too-large'],
  [
    'an archive that says that it does not',
    'docx',
    async () => belittled(await aDocx(words, { bomb })),
    'broken-file',
  ],
  ['a document of more than 2,000 parts', 'docx', () => aDocx(words, crowd), 'unpacks-too-large'],
  ['a book of more than 2,000 parts', 'epub', () => anEpub(words, crowd), 'unpacks-too-large'],
  ['a document with a password', 'docx', () => envelope('EncryptedPackage'), 'protected-file'],
  ['a document of long ago under a new name', 'docx', () => envelope('WordDocument'), 'broken-file'],
  ['a book with a password', 'epub', async () => withPassword(await anEpub(words)), 'protected-file'],
  [
    'a book that a shop protects',
    'epub',
    () => anEpub(words, { 'META-INF/encryption.xml': encrypted }),
    'protected-file',
  ],
  ['a PDF with a password', 'pdf', () => aPdf(pdfLine(words), noPassword), 'protected-file'],
  ['a PDF without a text layer', 'pdf', () => aPdf('10 10 m 20 20 l S'), 'no-text-layer'],
  ['an archive that is no document', 'docx', () => anArchive({ 'a.txt': words }), 'broken-file'],
  ['an archive that is no book', 'epub', () => anArchive({ 'a.txt': words }), 'broken-file'],
  ['half a document', 'docx', async () => (await aDocx(words)).subarray(0, 300), 'broken-file'],
];

describe('what is refused, each with a sentence of its own', () => {
  it.each(refusals)('%s', async (_what, format, make, refusal) => {
    const bytes = await make();
    const reading = readDocument({ bytes, format, language: 'en' }, () => undefined);
    const error = await reading.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TextRefusedError);
    expect(error).toMatchObject({ refusal, message: refusalMessage((error as TextRefusedError).refusal) });
  });

  it('is only that: the same files without it are read', async () => {
    const files: [FileFormat, Buffer][] = [
      ['docx', await aDocx(words, { bomb: bomb.subarray(0, 99 * 2 ** 20) })],
      ['epub', await anEpub(words)],
      ['pdf', aPdf(pdfLine(words))],
    ];
    for (const [format, bytes] of files) {
      const { blocks } = await readDocument({ bytes, format, language: 'en' }, () => undefined);
      expect(blocks.map(({ text }) => text.trim())).toEqual([words]);
    }
  });
});

describe('an entity from outside', () => {
  it.each(['docx', 'epub'] as const)('is neither fetched nor put into a %s', async (format) => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.end('secret');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const doctype = `<!DOCTYPE html SYSTEM "http://127.0.0.1:${port}/dtd" [<!ENTITY a SYSTEM "http://127.0.0.1:${port}/entity"><!ENTITY b SYSTEM "file:///etc/hostname">]>`;
    const bytes = await (format === 'docx' ? aDocx : anEpub)('One &a; two &b; three.', {}, doctype);
    try {
      const read = await readDocument({ bytes, format, language: 'en' }, () => undefined).then(
        ({ blocks }) => blocks.map(({ text }) => text).join(' '),
        (error: unknown) => (error as TextRefusedError).refusal,
      );
      expect(read).toMatch(/^One &a; two &b; three\.$|^One two three\.$|^broken-file$/);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });
});

describe('a file that takes too much', () => {
  let box: Box;
  beforeAll(async () => {
    box = await findBox();
  });

  function read(format: FileFormat, bytes: Buffer, limits: ReaderLimits = readerLimits) {
    const signal = new AbortController().signal;
    return runReader({ format, language: 'en' }, bytes, { box, limits, signal, onProgress: () => undefined });
  }

  const greedy: [string, Buffer, ReaderLimits][] = [
    ['memory', Buffer.from('<i>'.repeat(3_400_000)), readerLimits],
    ['time', Buffer.from('<p>x</p>'.repeat(1_250_000)), { ...readerLimits, seconds: 1 }],
  ];

  it.each(greedy)('%s: ends its own reader and nothing else', async (_what, page, limits) => {
    await expect(read('html', page, limits)).rejects.toMatchObject({ refusal: 'too-complex' });
    expect(await read('plain', Buffer.from(words))).toMatchObject({ texts: [[['One.', 'Two.']]] });
  });
});
