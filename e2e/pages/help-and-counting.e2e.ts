import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startForeignStandIn, type ForeignStandIn } from '../harness/foreign-stand-in.js';
import { enterAs, speaker } from '../harness/people.js';
import { untilClockShows } from '../harness/recital-times.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

const faq = `<h2>Who hears me?</h2><p style="position:fixed">The <a href="/people">people</a> of this site.</p>
  <img src="x" onerror="window.harmed = true"><script>window.harmed = true</script>
  <a href="javascript:window.harmed = true">press</a>`;

let stage: Stage;
let foreign: ForeignStandIn;

beforeAll(async () => {
  foreign = await startForeignStandIn(faq);
  stage = await openStage(foreign.environment);
});

afterAll(async () => {
  await stage.close();
  foreign.close();
});

async function enter(): Promise<Recorder> {
  const context = await stage.enter();
  // PostHog counts no robots, and takes a browser without a window for one.
  await context.addInitScript(() => {
    const { userAgent } = navigator;
    Object.defineProperties(navigator, {
      webdriver: { value: false },
      userAgent: { value: userAgent.replace('Headless', '') },
      userAgentData: { value: undefined },
    });
  });
  await enterAs(context, speaker);
  return Recorder.open(context);
}

test('the help shows the video when asked to, and answers from WordPress, made harmless', async () => {
  const { page, words } = await enter();
  let asked = 0;
  await page.route('https://www.youtube-nocookie.com/**', (route) => {
    asked += 1;
    return route.fulfill({ contentType: 'text/html', body: '<p>the video</p>' });
  });
  await page.goto('/help');
  const answers = page.getByRole('heading', { name: 'Who hears me?' });
  await answers.waitFor();
  expect(await page.getByRole('link', { name: 'people' }).getAttribute('href')).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/people$/,
  );
  expect(await page.getByText('press', { exact: true }).getAttribute('href')).toBeNull();
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect(asked).toBe(0);
  await page.getByRole('button', { name: words('help.watch') }).click();
  await page.frameLocator('iframe').getByText('the video').waitFor();

  foreign.faq = null;
  await page.reload();
  await page.getByRole('alert').getByText(words('help.faqFailed')).waitFor();
  foreign.faq = faq;
  await page.getByRole('button', { name: words('common.tryAgain') }).click();
  await answers.waitFor();
});

test('uses are counted after a yes alone, by the names of old, without a name, an address or a word', async () => {
  const { page, words } = await enter();
  const names = () =>
    foreign.counted().map(({ event, properties }) => [event, properties.name].filter(Boolean).join(' '));
  const untilCounted = (...wanted: string[]) =>
    vi.waitFor(() => expect(names()).toEqual(expect.arrayContaining(wanted)), {
      timeout: 60_000,
      interval: 100,
    });
  const choose = (key: string) => page.getByRole('button', { name: words(key), exact: true }).click();
  await page.goto('/texts');
  await page.getByRole('link', { name: words('shell.standing') }).click();
  // A yes counts the page that is open.
  await page.waitForURL('**/together');
  await choose('analytics.yes');
  await untilCounted('$pageview leaderboard');
  expect(names()).not.toContain('$pageview documents');

  await page.goto('/microphone');
  await choose('recite.start');
  await untilClockShows(page, 3);
  await choose('recite.stop');
  await choose('player.play');
  await choose('player.pause');
  await page.getByRole('link', { name: words('shell.texts') }).click();
  await page.getByRole('heading', { level: 1, name: words('texts.title') }).waitFor();
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('radio', { name: words('theme.dark') }).check({ force: true });
  const micCheck = ['Displayed', 'Started', 'Stopped', 'Recording Played', 'Recording Stopped', 'Dismissed'];
  await untilCounted('$pageview microphone', 'Set Theme', ...micCheck.map((what) => `Mic Check ${what}`));
  await choose('account.signOut');
  await page.getByRole('button', { name: speaker }).click();
  await page.getByRole('heading', { level: 1, name: words('texts.title') }).waitFor();
  await untilCounted('login_button_clicked', 'logged_in', '$pageview documents');
  await page.goto('/somewhere/else');
  await page.getByRole('heading', { level: 1, name: words('notFound.title') }).waitFor();
  await untilCounted('logout', '$pageview notFound');
  expect(foreign.told.join()).not.toMatch(/\/together|All together|somewhere|speaker@|Noa/);

  await page.goto('/profile');
  await page.getByRole('switch', { name: words('analytics.allow') }).click();
  await page.getByRole('link', { name: words('shell.recordings') }).click();
  await page.getByRole('heading', { level: 1, name: words('shell.recordings') }).waitFor();
  // What is still waiting goes out with the page.
  await page.reload();
  await page.getByRole('heading', { level: 1, name: words('shell.recordings') }).waitFor();
  expect(names()).not.toContain('$pageview sessions');
});
