import mammoth from 'mammoth';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { ReadDocument } from './block.js';
import { readHtml } from './html-blocks.js';
import { unpack } from './unpack.js';

/** The title that the author gave, as the format has it. */
const properties = 'docProps/core.xml';

/** The styles in which word processors set code. */
const code = ['Source Code', 'HTML Preformatted', 'Preformatted Text', 'Code'].map(
  (style) => `p[style-name='${style}'] => pre:fresh`,
);

/**
 * A document of Word, LibreOffice and the like.
 * @throws TextRefusedError `unpacks-too-large`, `protected-file`, `broken-file`.
 */
export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  if (bytes.subarray(0, 8).equals(compoundFile)) throw refusalOfEnvelope(bytes);
  const { files, names } = await unpack(bytes, (name) => name === properties);
  if (!names.has('[Content_Types].xml')) throw new TextRefusedError('broken-file', 'file');
  const { value: html } = await mammoth
    .convertToHtml(
      { buffer: bytes },
      {
        styleMap: code,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    )
    .catch(() => {
      throw new TextRefusedError('broken-file', 'file');
    });
  const { blocks, title } = readHtml(html);
  return { blocks, title: titleIn(files.get(properties)) ?? title };
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** A file that asks for a password is no archive but an envelope of Windows around one; so are those of old programs. */
function refusalOfEnvelope(bytes: Buffer): TextRefusedError {
  const isProtected = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new TextRefusedError(isProtected ? 'protected-file' : 'broken-file', 'file');
}

function titleIn(xml: Buffer | undefined): string | undefined {
  if (xml === undefined) return undefined;
  const [, title = ''] = /<dc:title>([^<]*)<\/dc:title>/.exec(xml.toString('utf8')) ?? [];
  return readHtml(title).blocks[0]?.text;
}
