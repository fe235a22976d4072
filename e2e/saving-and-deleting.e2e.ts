import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operation } from '@crowd-recital/cli/graphql/operation.js';
import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { apiAs, speaker } from './harness/people.js';
import { pressesSinceStart } from './harness/recital-times.js';
import { readTranscript } from './harness/recording-files.js';
import { reciteVoice } from './harness/recite.js';
import { Recorder } from './harness/recorder.js';
import { openStage, type Stage } from './harness/stage.js';
import { decode, sampleRate } from './harness/voice.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ SEGMENT_SEC: '1' });
});

afterAll(() => stage.close());

interface SessionFacts {
  readonly id: string;
  readonly status: string;
  readonly disavowed: boolean;
  readonly text: { readonly title: string };
}

/** Every session of the speaker, those that were deleted included. */
const everySession = operation<{ sessions: { edges: { node: SessionFacts }[] } }>(`
  query EverySession {
    sessions(filter: { includeDiscarded: true }) {
      edges {
        node {
          id
          status
          disavowed
          text {
            title
          }
        }
      }
    }
  }
`);

async function sessionsOf(title: string): Promise<SessionFacts[]> {
  const api = await apiAs(stage.system, speaker);
  const { sessions } = await api.call(everySession, {});
  return sessions.edges.map(({ node }) => node).filter(({ text }) => text.title === title);
}

test('saved without the last sentence: sound and captions end before it', async () => {
  const recorder = await Recorder.open(await stage.enter());
  await recorder.signIn();
  await recorder.addSpokenText('Without the last');
  await recorder.reciteAll();
  const [, second = Number.NaN] = await pressesSinceStart(recorder.page);
  await recorder.answer('finish.saveWithoutLast');
  const folder = join(stage.system.contentFolder, await recorder.openFinished('Without the last'));

  const cues = await readTranscript(folder);
  expect(cues.map(({ sentence }) => sentence)).toEqual(spokenSentences.slice(0, 2).map(({ text }) => text));
  for (const file of ['main.audio.webm', 'light.audio.mp3']) {
    const seconds = (await decode(join(folder, file))).length / sampleRate;
    expect(Math.abs(seconds - second)).toBeLessThan(0.1);
  }
});

test('deleted right after it was recorded: nothing of it stays', async () => {
  const recorder = await Recorder.open(await stage.enter());
  await recorder.signIn();
  await recorder.addSpokenText('Delete at once');
  await recorder.reciteAll();
  const id = await vi.waitUntil(async () => (await sessionsOf('Delete at once'))[0]?.id, { timeout: 60_000 });
  await recorder.answer('finish.delete');
  await recorder.button('finish.deleteForGood', recorder.dialog('finish.deleteTitle')).click();
  await recorder.button('recite.start').waitFor();

  await vi.waitFor(
    async () => {
      await expect(sessionsOf('Delete at once')).resolves.toMatchObject([{ id, disavowed: true }]);
      expect(existsSync(join(stage.system.contentFolder, id))).toBe(false);
    },
    { timeout: 60_000, interval: 200 },
  );
});

test('deleted when it was finished: the folder goes, and the link ends at once', async () => {
  const { folder, link } = await reciteVoice(stage.system, speaker, 'Delete later');
  const recorder = await Recorder.open(await stage.enter());
  await recorder.signIn();
  await recorder.openFinished('Delete later');
  await recorder.button('recordings.delete').click();
  await recorder.button('finish.deleteForGood', recorder.dialog('recordings.deleteTitle')).click();
  await recorder.page.waitForURL(({ pathname }) => pathname === '/recordings');

  expect((await fetch(link)).status).toBe(404);
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 60_000, interval: 200 });
  await expect(sessionsOf('Delete later')).resolves.toMatchObject([{ disavowed: true }]);
});
