/// <reference types="node" />
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const worker = fileURLToPath(new URL('src/offline/service-worker.ts', import.meta.url));

/** Builds the service worker once the app's files are written, and tells it which they are. */
export function offlineApp(): Plugin {
  let folder = '';
  return {
    name: 'offline-app',
    apply: 'build',
    configResolved({ build: { outDir }, root }) {
      folder = join(root, outDir);
    },
    async closeBundle(error) {
      // A failure of CSS comes without an error here; the missing page must not hide it.
      if (error || !existsSync(join(folder, 'index.html'))) return;
      const files = await appFiles(folder);
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { APP_FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: folder,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          lib: { entry: worker, formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
        },
      });
    },
  };
}

/** The page, its scripts, styles and letters. Only the page's own name says nothing about its content. */
async function appFiles(folder: string): Promise<{ url: string; revision: string | null }[]> {
  const page = await readFile(join(folder, 'index.html'));
  const assets = await readdir(join(folder, 'assets/recorder'));
  const code = assets.filter((name) => /\.(js|css|woff2)$/.test(name) && !name.startsWith('admin-host-'));
  return [
    { url: '/index.html', revision: createHash('sha256').update(page).digest('hex').slice(0, 16) },
    ...code.sort().map((name) => ({ url: `/assets/recorder/${name}`, revision: null })),
  ];
}
