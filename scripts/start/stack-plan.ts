import { join, resolve } from 'node:path';
import { buildChanged } from '../build/build-changed.js';
import { buildUnits } from '../build/build-units.js';
import type { ChildRegistry } from '../processes/child-registry.js';
import type { ChildPlan } from '../processes/supervised-child.js';
import type { Settings } from './settings.js';

export const root = resolve(import.meta.dirname, '../..');

/** What differs between `npm start` and `npm run dev`. */
export interface StackPlan {
  /** as the person types it */
  command: string;
  /** where the pages are */
  address: string;
  /** ports of `host` that must be free */
  ports: number[];
  /** the other packages run from their sources, not from `dist` */
  fromSources: boolean;
  /** gets everything ready that runs */
  build?: (context: { registry: ChildRegistry; signal: AbortSignal }) => Promise<string>;
  /** @param env what every process is told */
  children: (env: NodeJS.ProcessEnv) => ChildPlan[];
}

/** The built API, which serves the built pages as well, and the jobs. */
export function startPlan({ config }: Settings): StackPlan {
  const { port, publicUrl } = config.http;
  return {
    command: 'npm start',
    address: publicUrl,
    ports: typeof port === 'number' ? [port] : [],
    fromSources: false,
    async build(context) {
      const built = await buildChanged(root, buildUnits(root), context);
      return built.length === 0 ? 'nothing changed' : built.join(', ');
    },
    children: (env) =>
      ['api', 'jobs'].map((name) => ({
        name,
        command: [process.execPath, join(root, name, 'dist', 'main.js')],
        cwd: join(root, name),
        env,
      })),
  };
}
