import { join } from 'node:path';
import { nodeProgram } from '../processes/node-program.js';

/** Something that is built as a whole when one of its inputs changed. Paths are relative to the project. */
export interface BuildUnit {
  name: string;
  inputs: string[];
  /** folders that the command fills */
  outputs: string[];
  /** folders of sources beside their output, where output without a source must not stay */
  compiled: { from: string; to: string }[];
  /** folder of files that browsers load: compressed ones are put beside them */
  assets?: string;
  command: [string, ...string[]];
  /** working folder of the command */
  folder: string;
}

const servers = ['core', 'api', 'jobs', 'cli'];
const everywhere = ['package-lock.json', 'tsconfig.base.json'];

/** All that `npm start` needs built. */
export function buildUnits(root: string): BuildUnit[] {
  return [serverUnit(root), webUnit(root, 'web-recorder'), webUnit(root, 'web-admin')];
}

function serverUnit(root: string): BuildUnit {
  const inPackages = ['src', 'package.json', 'tsconfig.build.json'];
  return {
    name: 'server',
    inputs: [
      ...everywhere,
      'tsconfig.build.json',
      ...servers.flatMap((server) => inPackages.map((path) => join(server, path))),
    ],
    outputs: servers.map((server) => join(server, 'dist')),
    compiled: servers.map((server) => ({ from: join(server, 'src'), to: join(server, 'dist') })),
    command: nodeProgram(root, 'typescript', 'bin/tsc', ['-b', 'tsconfig.build.json']),
    folder: '.',
  };
}

function webUnit(root: string, folder: string): BuildUnit {
  return {
    name: folder,
    inputs: [...everywhere, folder, 'ui', 'scripts/build/compress-files.ts'],
    outputs: [join(folder, 'dist')],
    compiled: [],
    assets: join(folder, 'dist', 'assets'),
    command: nodeProgram(join(root, folder), 'vite', 'bin/vite.js', ['build', '--logLevel=warn']),
    folder,
  };
}
