import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from './finalise-session.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

const segments = 5;

/** What may happen to the file of a segment; `other` is the file of another one. */
const damages = {
  missing: (file: string) => rm(file),
  swapped: async (file: string, other: string) => {
    await rename(file, `${file}.x`);
    await rename(other, file);
    await rename(`${file}.x`, other);
  },
  'overwritten by another': async (file: string, other: string) => writeFile(file, await readFile(other)),
  doubled: async (file: string) => {
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes, bytes]));
  },
  truncated: async (file: string, _other: string, place: number) => {
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, place % bytes.length));
  },
  corrupted: async (file: string, _other: string, place: number) => {
    const bytes = await readFile(file);
    const at = place % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (place % 8));
    await writeFile(file, bytes);
  },
} satisfies Record<string, (file: string, other: string, place: number) => Promise<void>>;

it('a segment that is missing, swapped, doubled, truncated or corrupted is found, each time', async () => {
  const damage = fc.record({
    kind: fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
    which: fc.nat(segments - 1),
    distance: fc.integer({ min: 1, max: segments - 1 }),
    place: fc.nat(1_000_000),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ kind, which, distance, place }) => {
      const session = await recite(workshop, { ...(await shortRecital(workshop)), segments });
      const rows = await workshop.database.em().find(AudioSegment, { session: session.id });
      const fileOf = (sequence: number): string =>
        workshop.file(rows.find((row) => row.sequence === sequence)?.storageKey ?? '');
      await damages[kind](fileOf(which), fileOf((which + distance) % segments), place);
      expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('failed');
      const row = await workshop.row(session);
      expect(row).toMatchObject({ status: 'ended', artifacts: null });
      expect(row.lastError).toMatch(/is not in the store as it was acknowledged/);
    }),
    { numRuns: 100 },
  );
});
