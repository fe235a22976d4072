import type { BrowserContext, Locator, Page } from 'playwright-core';
import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import { untilMicrophoneAt } from './recital-times.js';
import { leadSeconds, pauses } from './voice.js';
import { wordsOf, type WordFinder } from './words.js';

/** How long a recording may take to be finished on a busy machine. */
const finishingLimitMs = 220_000;

/** The speakers' pages in the hands of somebody with a mouse. */
export class Recorder {
  constructor(
    readonly page: Page,
    readonly words: WordFinder,
  ) {}

  static async open(context: BrowserContext, language: 'en' | 'he' | 'yi' = 'en'): Promise<Recorder> {
    return new Recorder(await context.newPage(), wordsOf('web-recorder', language));
  }

  button(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: this.words(key), exact: true });
  }

  /** Waits for an address; the sign-in page carries the one that was wanted in its query. */
  private async untilAt(path: RegExp): Promise<void> {
    await this.page.waitForURL(({ pathname }) => path.test(pathname));
  }

  async signIn(email = 'speaker@localhost'): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: email }).click();
    await this.untilAt(/^\/texts$/);
  }

  /** Adds a text of the voice's three sentences and opens it for reading. */
  async addSpokenText(title: string): Promise<void> {
    await this.addText(
      title,
      spokenSentences.map(({ text }) => text),
    );
  }

  /** Adds a text, each sentence a paragraph, and opens it for reading. */
  async addText(title: string, sentences: readonly string[]): Promise<void> {
    await this.page.goto('/texts/new');
    const text = sentences.join('\n\n');
    await this.page.getByRole('textbox', { name: this.words('addText.text') }).fill(text);
    await this.page.getByRole('textbox', { name: this.words('addText.name') }).fill(title);
    await this.button('addText.save').click();
    await this.untilAt(/^\/recite\/./);
  }

  async startRecording(): Promise<void> {
    await this.button('recite.start').click();
    await this.button('recite.stop').waitFor();
  }

  /** Waits for one of the voice's pauses: there a speaker presses. */
  async untilPause(pause: keyof typeof pauses): Promise<void> {
    await untilMicrophoneAt(this.page, leadSeconds + pauses[pause]);
  }

  /** Recites the three sentences, pressing next in the pauses; the last press ends the recording. */
  async reciteAll(): Promise<void> {
    await this.startRecording();
    await this.advanceToEnd();
  }

  /** Goes through the three sentences of a recording that has just begun. */
  async advanceToEnd(): Promise<void> {
    for (const pause of ['first', 'second', 'after'] as const) {
      await this.untilPause(pause);
      await this.button('recite.next').click();
    }
  }

  dialog(key: string): Locator {
    return this.page.getByRole('dialog', { name: this.words(key) });
  }

  /** Answers the question that follows a recording, and waits until it is written down that the recording is kept. */
  async answer(key: 'finish.save' | 'finish.saveWithoutLast' | 'finish.delete'): Promise<void> {
    const question = this.dialog('finish.title');
    await this.button(key, question).click();
    if (key !== 'finish.delete') await question.waitFor({ state: 'hidden' });
  }

  /** Opens the list of recordings and waits until the newest one of a text is ready. */
  async openFinished(title: string): Promise<string> {
    await this.page.goto('/recordings');
    const row = this.page.getByRole('link', { name: title }).first();
    await row.getByText(this.words('status.ready')).waitFor({ timeout: finishingLimitMs });
    await row.click();
    await this.untilAt(/^\/recordings\/./);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
