import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { git, prepareRelease } from './prepare-release.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  write('package.json', '{\n  "name": "x",\n  "version": "1.2.3",\n  "workspaces": ["core", "api"]\n}\n');
  for (const folder of ['core', 'api']) {
    write(
      `${folder}/package.json`,
      '{\n  "name": "y",\n  "version": "1.2.3",\n  "dependencies": { "z": "1.2.3" }\n}\n',
    );
  }
  write(
    'package-lock.json',
    JSON.stringify({
      version: '1.2.3',
      packages: {
        '': { version: '1.2.3' },
        core: { version: '1.2.3' },
        'node_modules/z': { version: '1.2.3' },
      },
    }),
  );
  write('deploy/kubernetes/kustomization.yaml', 'images:\n  - name: x\n    newTag: 1.2.3\n');
  git(root, 'init', '--quiet');
  git(root, 'config', 'user.email', 'someone@example.org');
  git(root, 'config', 'user.name', 'Someone');
  commit('Begin');
  git(root, 'tag', 'v1.2.3');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function commit(subject: string): void {
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--allow-empty', '--message', subject);
}

it('gives every package the version, and tells what was done since the last one', () => {
  commit('Add this');
  commit('Mend that');
  prepareRelease(root, '1.3.0', '2026-11-23');
  for (const file of ['package.json', 'core/package.json', 'api/package.json']) {
    expect(read(file)).toContain('"version": "1.3.0"');
  }
  expect(read('core/package.json')).toContain('"z": "1.2.3"');
  expect(JSON.parse(read('package-lock.json'))).toEqual({
    version: '1.3.0',
    packages: {
      '': { version: '1.3.0' },
      core: { version: '1.3.0' },
      'node_modules/z': { version: '1.2.3' },
    },
  });
  expect(read('deploy/kubernetes/kustomization.yaml')).toContain('newTag: 1.3.0\n');
  expect(read('CHANGELOG.md')).toBe('# Changelog\n\n## 1.3.0 (2026-11-23)\n\n- Add this\n- Mend that\n');

  commit('Release 1.3.0');
  git(root, 'tag', 'v1.3.0');
  commit('Do more');
  prepareRelease(root, '2.0.0', '2026-12-01');
  expect(read('CHANGELOG.md')).toBe(
    '# Changelog\n\n## 2.0.0 (2026-12-01)\n\n- Do more\n\n## 1.3.0 (2026-11-23)\n\n- Add this\n- Mend that\n',
  );
});

it('refuses what is no version, what does not come after, and what is not committed', () => {
  const prepare = (version: string) => () => prepareRelease(root, version, '2026-11-23');
  expect(prepare('2.0')).toThrow('no version');
  expect(prepare('1.2.3')).toThrow('does not come after 1.2.3');
  expect(prepare('1.1.9')).toThrow('does not come after');
  write('new-file', 'x');
  expect(prepare('1.3.0')).toThrow('not committed');
});
