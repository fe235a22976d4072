import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findGuards } from './find-guards.js';
import type { GuardRule } from './guard.js';

const source = `import { requireAdmin } from './auth.js';

export class Resolver {
  /** requireAdmin( in words is none. */
  async users(@Ctx() { caller }: Context): Promise<Page> {
    requireAdmin((caller));
    return page(requireAdmin(caller).id);
  }
}
`;
const rule: GuardRule = {
  files: /^api\/src\/.*\.ts$/,
  find: /\brequireAdmin\(/g,
  instead: (inner) => `open<${inner}>`,
  tests: [],
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'guards-test-'));
  await mkdir(join(root, 'api/src'), { recursive: true });
  await mkdir(join(root, 'core/src'), { recursive: true });
  await writeFile(join(root, 'api/src/users.ts'), source);
  await writeFile(join(root, 'api/src/users.test.ts'), 'requireAdmin(caller);');
});
afterAll(() => rm(root, { recursive: true }));

describe('findGuards', () => {
  it('finds each guard with its method, to its closing bracket, and none in words, imports or tests', async () => {
    const guards = await findGuards(root, [rule]);
    expect(guards.map(({ file, line, method }) => ({ file, line, method }))).toEqual([
      { file: 'api/src/users.ts', line: 6, method: 'users' },
      { file: 'api/src/users.ts', line: 7, method: 'users' },
    ]);
    const lines = guards.map(({ source: whole, from, to, instead, line }) => {
      const without = whole.slice(0, from) + instead + whole.slice(to);
      return without.split('\n')[line - 1]?.trim();
    });
    expect(lines).toEqual(['open<(caller)>;', 'return page(open<caller>.id);']);
  });

  it('leaves out what a rule excepts', async () => {
    expect(await findGuards(root, [{ ...rule, except: /users/ }])).toEqual([]);
  });
});
