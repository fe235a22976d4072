import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const generatedFile = /\/src\/gql\/generated\.ts$/;
const oneOperation = /\/src\/gql\/generated\.ts\?operation=(\w+)$/;

/**
 * Takes the generated operations apart, a module for each, so that a screen's operations come with the screen. As one
 * module, all of them would come with the first page.
 */
export function operationsApart(): Plugin {
  return {
    name: 'operations-apart',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: [generatedFile, oneOperation] },
      async handler(id) {
        const [file = id] = id.split('?');
        const { imports, operations } = partsOf(await readFile(file, 'utf8'));
        const name = oneOperation.exec(id)?.[1];
        const code =
          name === undefined
            ? [...operations].map(
                ([operation, { exported }]) =>
                  `export { ${exported.join(', ')} } from './generated.ts?operation=${operation}';`,
              )
            : [...imports, ...(operations.get(name)?.code ?? [])];
        return { code: code.join('\n'), moduleType: 'ts', moduleSideEffects: false };
      },
    },
    resolveId: {
      filter: { id: /^\.\/generated\.ts\?operation=/ },
      handler: (source, importer) => importer?.replace(/generated\.ts$/, source.slice('./'.length)),
    },
  };
}

interface Operation {
  exported: string[];
  code: string[];
}

/** What scripts/codegen/composables.mjs wrote; types are dropped. */
function partsOf(generated: string): { imports: string[]; operations: Map<string, Operation> } {
  const operations = new Map<string, Operation>();
  const blocks = generated.split(/\n{2,}|\n(?=export |import )/);
  for (const block of blocks) {
    const [, exported = '', name = ''] =
      /^export const ((?:use)?([A-Z]\w*?)(?:Document|Query|Mutation)) = /.exec(block) ?? [];
    if (name === '') continue;
    const operation = operations.get(name) ?? { exported: [], code: [] };
    operations.set(name, { exported: [...operation.exported, exported], code: [...operation.code, block] });
  }
  return { imports: blocks.filter((block) => block.startsWith('import ')), operations };
}
