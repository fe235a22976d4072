import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBox, spawnBoxed, type Box, type BoxLimits } from './box.js';
import { watchBoxedProcess } from './watch-boxed-process.js';

const limits: BoxLimits = { cpuSeconds: 10, memoryBytes: 2 ** 32, fileBytes: 1_000, wallSeconds: 10 };
let box: Box;
let folder: string;

beforeAll(async () => {
  box = await findBox();
  folder = await mkdtemp(path.join(os.tmpdir(), 'box-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a shell script in the box. */
async function run(
  script: string,
  given: { readonly limits?: Partial<BoxLimits>; readonly signal?: AbortSignal; readonly box?: Box } = {},
): Promise<{ readonly output: string; readonly lastWords: string }> {
  const chunks: Buffer[] = [];
  const all = { ...limits, ...given.limits };
  const child = spawnBoxed(given.box ?? box, '/bin/sh', ['-c', script], { limits: all, folder });
  const lastWords = await watchBoxedProcess(child, {
    name: 'script',
    limits: all,
    signal: given.signal,
    onOutput: (chunk) => chunks.push(chunk),
  });
  return { output: Buffer.concat(chunks).toString(), lastWords };
}

describe('a boxed program', () => {
  it('sees nothing of our environment', async () => {
    process.env.SECRET_FOR_BOX_TEST = 'do not tell';
    expect((await run('set')).output).not.toContain('do not tell');
  });

  it('runs where neither namespaces nor limits are to be had', async () => {
    expect((await run('echo fine', { box: { withoutNetwork: [], prlimit: undefined } })).output).toBe(
      'fine\n',
    );
  });

  it('is killed when it takes longer than it may', async () => {
    await expect(run('exec sleep 60', { limits: { wallSeconds: 0.1 } })).rejects.toMatchObject({
      fault: 'time-limit',
    });
  });

  it('is killed when the work is called off, with the reason of that', async () => {
    const reason = new Error('called off');
    await expect(run('exec sleep 60', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const later = new AbortController();
    const running = run('echo begun; exec sleep 60', { signal: later.signal });
    later.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  it('tells its exit code and its last words, however many words it had', async () => {
    const talk =
      'i=0; while [ $i -lt 20000 ]; do echo filler >&2; i=$((i+1)); done; echo the end >&2; exit 3';
    const error = await run(talk).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ fault: 'exit' });
    expect(String(error)).toMatch(/the end$/);
    expect(String(error).length).toBeLessThan(5_000);
  });

  it('that cannot be started is an error like any other', async () => {
    const child = spawnBoxed({ withoutNetwork: [], prlimit: undefined }, '/nowhere', [], { limits, folder });
    await expect(watchBoxedProcess(child, { name: 'nowhere', limits })).rejects.toMatchObject({
      fault: 'start',
    });
  });
});

describe.runIf(await hasPrlimit())('with prlimit', () => {
  it('cannot write a larger file than it may', async () => {
    await expect(run('head -c 5000 /dev/zero > large')).rejects.toMatchObject({ name: 'AudioToolError' });
  });
});

describe.runIf(await hasNoNetwork())('with a network namespace', () => {
  it('has no interface but its own loopback', async () => {
    const { output } = await run('cat /proc/net/dev');
    expect(output.split('\n').filter((line) => line.includes(':') && !line.trim().startsWith('lo:'))).toEqual(
      [],
    );
  });
});

async function hasPrlimit(): Promise<boolean> {
  return (await findBox()).prlimit !== undefined;
}

async function hasNoNetwork(): Promise<boolean> {
  return (await findBox()).withoutNetwork.length > 0;
}
