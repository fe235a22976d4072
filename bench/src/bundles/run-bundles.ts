import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildChanged } from '../../../scripts/build/build-changed.js';
import { buildUnits } from '../../../scripts/build/build-units.js';
import { appendReport } from '../report.js';
import { table } from '../table.js';

const root = resolve(import.meta.dirname, '../../..');
const apps = ['web-recorder', 'web-admin'] as const;

/** How large the built files of both web apps are, compressed as browsers get them. */
export async function runBundles(): Promise<void> {
  await buildChanged(root, buildUnits(root));
  const rows = [['app', 'JavaScript', 'files', 'largest', 'style sheets']];
  for (const app of apps) {
    const folder = join(root, app, 'dist', 'assets');
    const names = await readdir(folder, { recursive: true });
    const scripts = await compressed(
      folder,
      names.filter((name) => name.endsWith('.js')),
    );
    const styles = await compressed(
      folder,
      names.filter((name) => name.endsWith('.css')),
    );
    const largest = Math.max(...scripts);
    rows.push([
      app,
      kilobytes(sum(scripts)),
      String(scripts.length),
      kilobytes(largest),
      kilobytes(sum(styles)),
    ]);
  }
  const summary =
    'After gzip, all screens and languages together; each is loaded when it is opened. The build fails when the recorder would load more than 100 kB of JavaScript up to the first recorded second.';
  console.log(`\n${table(rows)}\n\n${summary}`);
  await appendReport('bundles', [rows], summary);
}

async function compressed(folder: string, names: readonly string[]): Promise<number[]> {
  return Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
