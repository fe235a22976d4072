import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operation } from '@crowd-recital/cli/graphql/operation.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ffmpeg } from '../harness/ffmpeg.js';
import { apiAs, speaker } from '../harness/people.js';
import { readTranscript } from '../harness/recording-files.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';
import { decode, sampleRate } from '../harness/voice.js';

const minutes = 30;
const sentences = Array.from({ length: 200 }, (_, index) => `Sentence number ${index + 1} of many.`);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ UPLOADS_PER_SECOND: '50' });
});

afterAll(() => stage.close());

const createText = operation<
  { createTextFromPlainText: { currentRevision: { id: string } } },
  { input: { title: string; language: string; text: string } }
>(`
  mutation CreateText($input: PlainTextInput!) {
    createTextFromPlainText(input: $input) {
      currentRevision {
        id
      }
    }
  }
`);
const whoAmI = operation<{ me: { id: string } }>('query WhoAmI { me { id } }');

/** What a recorder without a network leaves behind. */
interface OfflineRecital {
  readonly userId: string;
  readonly textRevisionId: string;
  readonly textTitle: string;
  /** Base64. */
  readonly sound: string;
  readonly seconds: number;
  readonly sentences: number;
}

/** Writes it into the journal of the page's user, second by second, as the recorder does. */
async function writeJournal(page: Page, recital: OfflineRecital): Promise<void> {
  await page.evaluate(async ({ userId, textRevisionId, textTitle, sound, seconds, sentences: count }) => {
    const bytes = Uint8Array.from(atob(sound), (character) => character.charCodeAt(0));
    const opening = indexedDB.open(`crowd-recital:${userId}`);
    await new Promise((done, failed) => Object.assign(opening, { onsuccess: done, onerror: failed }));
    const stores = ['headers', 'slices', 'marks', 'ends', 'decisions'];
    const transaction = opening.result.transaction(stores, 'readwrite');
    const add = (store: string, record: object) => transaction.objectStore(store).add(record);
    const clientKey = crypto.randomUUID();
    const mimeType = 'audio/webm;codecs=opus';
    const startAt = { paragraph: 0, sentence: 0 };
    const startedAt = new Date(Date.now() - seconds * 1000).toISOString();
    add('headers', {
      clientKey,
      userId,
      textRevisionId,
      textTitle,
      startedAt,
      startAt,
      mimeType,
      capture: { mimeType },
    });
    const size = Math.ceil(bytes.length / seconds);
    for (let index = 0; index < seconds; index++) {
      const slice = bytes.slice(index * size, (index + 1) * size).buffer;
      add('slices', { clientKey, index, bytes: slice, from: index, to: index + 1 });
    }
    const length = seconds / count;
    for (let sequence = 0; sequence < count; sequence++) {
      add('marks', {
        clientKey,
        sequence,
        paragraph: sequence,
        sentence: 0,
        seekStart: sequence * length,
        seekEnd: (sequence + 1) * length,
        discarded: false,
        next: sequence + 1 < count ? { paragraph: sequence + 1, sentence: 0 } : null,
      });
    }
    add('ends', { clientKey, durationSeconds: seconds, reason: 'FINISHED' });
    add('decisions', { clientKey, decision: 'keep' });
    await new Promise((done, failed) => Object.assign(transaction, { oncomplete: done, onerror: failed }));
    opening.result.close();
  }, recital);
}

test('half an hour that was read without a network arrives, in order and once', async () => {
  const api = await apiAs(stage.system, speaker);
  const { me } = await api.call(whoAmI, {});
  const title = 'Read on a ferry';
  const input = { title, language: 'EN', text: sentences.join('\n') };
  const { createTextFromPlainText } = await api.call(createText, { input });
  const file = join(stage.system.scratch, 'half-an-hour.webm');
  const seconds = minutes * 60;
  await ffmpeg(
    '-f',
    'lavfi',
    '-i',
    `sine=f=300:r=48000:d=${seconds}`,
    '-ac',
    '1',
    '-c:a',
    'libopus',
    '-b:a',
    '24k',
    file,
  );
  const sound = await readFile(file);

  const context = await stage.enter();
  const recorder = await Recorder.open(context);
  const { page } = recorder;
  await recorder.signIn();
  await page.goto('/recordings');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await context.setOffline(true);
  await writeJournal(page, {
    userId: me.id,
    textRevisionId: createTextFromPlainText.currentRevision.id,
    textTitle: title,
    sound: sound.toString('base64'),
    seconds,
    sentences: sentences.length,
  });
  await context.setOffline(false);
  await page.reload();
  await page
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByText(/\d+ ?%/)
    .waitFor();
  // Away once more while it is being sent.
  await context.setOffline(true);
  await page.getByText(recorder.words('left.problem.offline')).first().waitFor();
  await context.setOffline(false);
  const folder = join(stage.system.contentFolder, await recorder.openFinished(title));

  const source = await readFile(join(folder, 'source.audio.webm'));
  expect(createHash('sha256').update(source).digest('hex')).toBe(
    createHash('sha256').update(sound).digest('hex'),
  );
  const cues = await readTranscript(folder);
  expect(cues.map(({ sentence }) => sentence)).toEqual(sentences);
  expect((await decode(join(folder, 'main.audio.webm'))).length / sampleRate).toBeCloseTo(seconds, 0);
});
