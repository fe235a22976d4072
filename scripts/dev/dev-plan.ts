import { join } from 'node:path';
import type { ChildPlan } from '../processes/supervised-child.js';
import { typescriptCommand } from '../processes/typescript-command.js';
import type { Settings } from '../start/settings.js';
import { root, type StackPlan } from '../start/stack-plan.js';

/** Where the web apps' vite.config.ts put their servers; the recorder's hands /admin and /api on. */
export const recorderPort = 5173;
const consolePort = 5174;

/**
 * Everything from its sources: servers restart and pages reload when a file changes.
 * @param options.phones - the recorder's server answers the whole network, by https.
 */
export function devPlan({ config }: Settings, { phones }: { phones: boolean }): StackPlan {
  const address = phones ? config.http.publicUrl : `http://localhost:${recorderPort}`;
  const certificate = phones ? ['--certificate', join(config.dataFolder, 'certificate')] : [];
  const { port } = config.http;
  return {
    command: 'npm run dev',
    address,
    ports: typeof port === 'number' ? [port, recorderPort, consolePort] : [recorderPort, consolePort],
    fromSources: true,
    children: (env) => {
      const shared = { ...env, PORT: String(port), PUBLIC_URL: env.PUBLIC_URL ?? address };
      return [
        server('api', shared),
        server('jobs', shared),
        webServer('web-recorder', shared, certificate),
        webServer('web-admin', shared),
        {
          name: 'codegen',
          command: typescriptCommand(join(root, 'scripts', 'dev', 'watch-documents.ts')),
          cwd: root,
          env: shared,
        },
      ];
    },
  };
}

function server(name: string, env: NodeJS.ProcessEnv): ChildPlan {
  // tsx takes its settings (decorators) from the working folder.
  return {
    name,
    command: typescriptCommand(join(root, name, 'src', 'main.ts')),
    cwd: join(root, name),
    env,
    watch: [join(root, 'core', 'src'), join(root, name, 'src')],
  };
}

function webServer(name: string, env: NodeJS.ProcessEnv, args: readonly string[] = []): ChildPlan {
  return {
    name,
    command: typescriptCommand(join(root, 'scripts', 'dev', 'vite-server.ts'), [...args]),
    cwd: join(root, name),
    env,
  };
}
