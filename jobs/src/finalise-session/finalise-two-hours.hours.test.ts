import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { limits } from '@crowd-recital/core/test/factories.js';
import { recite, voiceAs } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from './finalise-session.js';

const run = promisify(execFile);

/** The voice again and again, as one recorder would have written it. */
async function hoursOfVoice(workshop: Workshop, seconds: number): Promise<Buffer> {
  const once = path.join(workshop.dataFolder, 'once.webm');
  const whole = path.join(workshop.dataFolder, 'whole.webm');
  await writeFile(once, await voiceAs(workshop));
  const copies = ['-stream_loop', '-1', '-i', once, '-t', String(seconds), '-c', 'copy'];
  await run(workshop.deps.tools.ffmpeg, [...copies, '-f', 'webm', '-live', '1', whole]);
  return readFile(whole);
}

it(
  'the longest recital there can be, two hours in 720 segments, is finished whole',
  { timeout: 600_000 },
  async () => {
    const workshop = await openWorkshop();
    const seconds = limits.maxDuration;
    expect(seconds).toBe(7_200);
    const bytes = await hoursOfVoice(workshop, seconds);
    const third = seconds / 3;
    const session = await recite(workshop, {
      bytes,
      segments: 720,
      recordedSeconds: seconds,
      readings: [0, 1, 2].map((sentence) => ({
        sentence,
        from: sentence * third,
        to: (sentence + 1) * third,
      })),
    });
    expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('finalised');
    const row = await workshop.row(session);
    expect(row).toMatchObject({ status: 'uploaded', attention: null, attempts: 0 });
    expect(row.durationSeconds).toBeCloseTo(seconds, 0);
    const source = await readFile(workshop.file(`${session.id}/source.audio.webm`));
    expect(source.equals(bytes)).toBe(true);
    expect(await workshop.fsck()).toEqual([]);
  },
);
