import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { productVersion } from '@crowd-recital/core/config/product-version.js';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import { format, resolveConfig } from 'prettier';

/**
 * Adds a run to docs/benchmarks.md, with what it ran on: figures of two machines, or of two hours of a busy one, are not
 * to be compared.
 * @param tables - the first row of each is the heading.
 */
export async function appendReport(
  name: string,
  tables: readonly (readonly (readonly string[])[])[],
  summary: string,
): Promise<void> {
  const memory = Math.round(totalmem() / 2 ** 30);
  const [load = 0] = loadavg();
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}, ${memory} GiB, Linux ${release()}, Node ${process.versions.node}`;
  const text = [
    '',
    `### ${name}, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    '',
    `Version ${productVersion()}; ${machine}; load at the end of the run: ${load.toFixed(1)}.`,
    '',
    ...tables.flatMap((rows) => [...markdown(rows), '']),
    summary,
    '',
  ];
  const file = join(projectFolder, 'docs', 'benchmarks.md');
  const page = (await readFile(file, 'utf8')) + text.join('\n');
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }));
}

function markdown([heading = [], ...rows]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = heading.map((_, column) => (column === 0 ? '---' : '--:'));
  return [heading, rule, ...rows].map(line);
}
