import type { BrowserContext, Page } from 'playwright-core';

/** Moments in a page, in its `performance.now()`, milliseconds. */
interface Moments {
  /** The fake microphone begins to play its file. */
  readonly microphones: number[];
  /** A MediaRecorder was started. */
  readonly starts: number[];
  /** A key or a pointer was pressed; before the page itself hears of it. */
  readonly presses: number[];
}

declare global {
  interface Window {
    recitalMoments: Moments;
  }
}

/** Makes every page of a context note when its microphone and recorder begin and when something is pressed. */
export async function watchRecitals(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const moments: Moments = { microphones: [], starts: [], presses: [] };
    window.recitalMoments = moments;
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      moments.microphones.push(performance.now());
      return stream;
    };
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the recorder as `this`
    const { start } = MediaRecorder.prototype;
    MediaRecorder.prototype.start = function (slice) {
      start.call(this, slice);
      moments.starts.push(performance.now());
    };
    const note = () => moments.presses.push(performance.now());
    for (const type of ['click', 'keydown']) window.addEventListener(type, note, { capture: true });
  });
}

/**
 * Waits until the fake microphone of the running recital has come to a second of its file.
 * @param seconds - from the beginning of the file, its silence included
 */
export async function untilMicrophoneAt(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction((second) => {
    const opened = window.recitalMoments.microphones.at(-1);
    return opened !== undefined && performance.now() - opened >= second * 1000;
  }, seconds);
}

/** The presses after the recorder was last started, in seconds since then, in order. */
export async function pressesSinceStart(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { starts, presses } = window.recitalMoments;
    const started = starts.at(-1) ?? Number.NaN;
    return presses.filter((press) => press > started).map((press) => (press - started) / 1000);
  });
}
