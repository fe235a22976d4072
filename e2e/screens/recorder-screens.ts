import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import { untilClockShows } from '../harness/recital-times.js';
import { pageAt, type Screen, type Visit } from './screen.js';

/** Has not been approved yet. */
export const newcomer = 'newcomer@localhost';
/** Has not agreed to the terms yet. */
export const unsigned = 'unsigned@localhost';

const press = ({ page, words }: Visit, key: string) =>
  page.getByRole('button', { name: words(key), exact: true }).click();

async function openText(visit: Visit): Promise<void> {
  const text = sampleTexts.find(({ language }) => language === visit.language);
  await visit.page.goto(`/recite/${text?.id ?? ''}`);
  await visit.page.getByRole('button', { name: visit.words('recite.start') }).waitFor();
}

/** Stands in for a picture of Wikipedia's. */
const harbour =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#d8c9a8" d="M0 0h4v3H0z"/><path fill="#2a5d6b" d="M0 2h4v1H0z"/></svg>';

/** Every screen of the recorder, in the order in which somebody meets them. */
export const recorderScreens: readonly Screen[] = [
  { name: 'sign-in', as: null, open: pageAt('/login') },
  { name: 'waiting', as: newcomer, open: pageAt('/waiting') },
  { name: 'agreement', as: unsigned, open: pageAt('/agreement') },
  { name: 'texts', open: pageAt('/texts') },
  {
    name: 'texts-none-found',
    open: async ({ page, words }) => {
      await page.goto('/texts?search=zzzzzz');
      await page.getByText(words('texts.noneFound')).waitFor();
    },
  },
  { name: 'texts-mine', open: pageAt('/texts?shelf=mine&order=read') },
  { name: 'add-text', open: pageAt('/texts/new') },
  {
    name: 'add-text-link',
    open: async ({ page, words }) => {
      await page.goto('/texts/new?way=link');
      await page.getByRole('textbox', { name: words('addText.link') }).fill('https://example.org/wiki/A');
      await page.getByRole('button', { name: words('addText.takeIn') }).click();
      await page.getByText(words('refusal.WRONG_HOST')).waitFor();
    },
  },
  { name: 'add-text-file', open: pageAt('/texts/new?way=file') },
  {
    name: 'suggest',
    open: async ({ page }) => {
      await page.route('https://upload.wikimedia.org/**', (route) =>
        route.fulfill({ contentType: 'image/svg+xml', body: harbour }),
      );
      await page.goto('/texts/suggest');
      await page.getByRole('img').waitFor();
    },
  },
  {
    name: 'edit-text',
    open: async ({ page, words }) => {
      await page.goto('/texts?shelf=mine');
      await page.getByRole('listitem').getByRole('link').nth(1).click();
      const sentences = page.getByRole('list', { name: words('editText.sentences') });
      await sentences.getByRole('button').first().click();
      await sentences.getByRole('textbox').waitFor();
    },
  },
  { name: 'recital', open: openText },
  {
    name: 'recital-running',
    open: async (visit) => {
      await openText(visit);
      await press(visit, 'recite.start');
      await untilClockShows(visit.page, 7);
      await press(visit, 'recite.next');
    },
  },
  {
    name: 'recital-finished',
    open: async (visit) => {
      await openText(visit);
      await press(visit, 'recite.start');
      await untilClockShows(visit.page, 1);
      await press(visit, 'recite.stop');
      const question = visit.page.getByRole('dialog', { name: visit.words('finish.title') });
      await question.getByRole('button', { name: visit.words('player.play') }).waitFor();
    },
  },
  {
    name: 'recital-tips',
    open: async (visit) => {
      await openText(visit);
      await press(visit, 'recite.help');
      await visit.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'recital-look',
    open: async (visit) => {
      await openText(visit);
      await press(visit, 'recite.look');
      await visit.page.getByRole('switch').first().waitFor();
    },
  },
  {
    name: 'recital-microphone',
    open: async (visit) => {
      await openText(visit);
      await press(visit, 'recite.microphone');
      await visit.page.getByRole('combobox', { name: visit.words('microphone.label') }).waitFor();
    },
  },
  {
    name: 'recital-skip',
    open: async (visit) => {
      await openText(visit);
      await press(visit, 'recite.start');
      await press(visit, 'recite.skip');
      await visit.page.getByRole('dialog', { name: visit.words('skip.title') }).waitFor();
    },
  },
  // Somebody whose list the pictures of recitals leave alone.
  { name: 'recordings', as: 'miriam@localhost', open: pageAt('/recordings') },
  {
    name: 'recording',
    open: async (visit) => {
      await visit.page.goto(`/recordings/${visit.recordingId}`);
      await visit.page.getByRole('button', { name: visit.words('player.play'), exact: true }).waitFor();
    },
  },
  {
    name: 'together',
    open: async ({ page }) => {
      await page.goto('/together');
      await page.getByRole('table').waitFor();
    },
  },
  { name: 'microphone', open: pageAt('/microphone') },
  {
    name: 'microphone-verdict',
    open: async (visit) => {
      await visit.page.goto('/microphone');
      await press(visit, 'recite.start');
      await untilClockShows(visit.page, 9);
      await press(visit, 'recite.stop');
      await visit.page.getByRole('region', { name: visit.words('microphoneTest.result') }).waitFor();
    },
  },
  {
    name: 'profile',
    open: async ({ page }) => {
      await page.goto('/profile');
      await page.getByRole('textbox').waitFor();
    },
  },
  {
    name: 'profile-delete',
    open: async (visit) => {
      await visit.page.goto('/profile');
      await press(visit, 'profile.deleteAsk');
      await visit.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'account-menu',
    open: async ({ page }) => {
      await page.goto('/texts');
      await page.getByRole('banner').getByRole('button').last().click();
    },
  },
  { name: 'help', open: pageAt('/help') },
  { name: 'not-found', open: pageAt('/nowhere') },
];
