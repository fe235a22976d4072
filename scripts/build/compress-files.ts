import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { isHashedName } from '@crowd-recital/core/web/hashed-name.js';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Smaller ones fit into one packet as they are. */
const LEAST_BYTES = 1_000;

/**
 * Puts `.br` and `.gz` beside each script and style sheet of a folder, as small as they can be made. The API, and nginx
 * with `gzip_static`, send them; compressing at each request is both slower and worse. Not of those that keep their name:
 * going back to a release that makes none would leave the newer one's beside the older file.
 */
export async function compressFiles(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names
      .filter((name) => /\.(js|css)$/.test(name) && isHashedName(basename(name)))
      .map((name) => compress(join(folder, name))),
  );
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    promisify(brotliCompress)(content, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(content, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
