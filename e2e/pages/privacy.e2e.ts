import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation } from '@crowd-recital/cli/graphql/operation.js';
import { addSpeaker, apiAs, enterAs, speaker } from '../harness/people.js';
import { reciteVoice, type Recited } from '../harness/recite.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

const other = 'other@localhost';

let stage: Stage;
let recited: Recited;
let ofOther: Recited;

beforeAll(async () => {
  stage = await openStage();
  await addSpeaker(stage.system, other);
  recited = await reciteVoice(stage.system, speaker, 'A private matter');
  ofOther = await reciteVoice(stage.system, other, 'Somebody else');
});

afterAll(() => stage.close());

const mySessions = operation<
  { sessions: { edges: { node: { id: string } }[] } },
  { filter?: { userId: string } }
>(`
  query MySessions($filter: SessionFilter) {
    sessions(filter: $filter) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

const me = operation<{ me: { id: string } }>('query Me { me { id } }');

test('another speaker neither sees nor opens a recording, nor the text that goes with it', async () => {
  const context = await stage.enter();
  await enterAs(context, other);
  const recorder = await Recorder.open(context);
  const { page, words } = recorder;

  await page.goto('/recordings');
  await page.getByRole('link', { name: 'Somebody else' }).first().waitFor();
  await expect(page.getByText('A private matter').count()).resolves.toBe(0);

  await page.goto(`/recordings/${recited.sessionId}`);
  await page.getByText(words('error.NOT_FOUND')).waitFor();
  await expect(page.locator('audio').count()).resolves.toBe(0);

  await page.goto('/texts');
  await page.getByRole('link', { name: 'Somebody else' }).first().waitFor();
  await expect(page.getByText('A private matter').count()).resolves.toBe(0);
});

test('lists hold only what is one’s own, whatever the filter says', async () => {
  const [mine, theirs] = await Promise.all([apiAs(stage.system, speaker), apiAs(stage.system, other)]);
  const { me: owner } = await mine.call(me, {});
  for (const filter of [{}, { filter: { userId: owner.id } }]) {
    const { sessions } = await theirs.call(mySessions, filter);
    expect(sessions.edges.map(({ node }) => node.id)).not.toContain(recited.sessionId);
  }
});

test('a link plays one file of one recording, and no other by changing it', async () => {
  const own = new URL(ofOther.link);
  expect((await fetch(own)).status).toBe(200);
  const changed = [
    own.href.replace(ofOther.sessionId, recited.sessionId),
    own.href.replace('light.audio.mp3', 'source.audio.flac'),
    own.href.replace('light.audio.mp3', '..%2Fsource.audio.flac'),
    recited.link.slice(0, recited.link.indexOf('?')),
    `${recited.link}x`,
  ];
  for (const link of changed) {
    expect((await fetch(link)).status, link).toBe(404);
  }
});
