import type { BrowserContext, Page } from 'playwright-core';

/** Moments in a page. */
interface Moments {
  /** The fake microphone begins to play its file; `performance.now()`, milliseconds. */
  readonly microphones: number[];
  /** Reads the audio clock of the newest recording, in seconds. */
  readonly audioTime: () => number;
  /** The MediaRecorder was last started; seconds of the audio clock. */
  startedAt: number;
  /** A key or a pointer was pressed since then, before the page itself hears of it; seconds of the audio clock. */
  presses: number[];
}

declare global {
  interface Window {
    recitalMoments: Moments;
  }
}

/** Makes every page of a context note when its microphone and recorder begin and when something is pressed. */
export async function watchRecitals(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let newest: AudioContext | undefined;
    window.AudioContext = new Proxy(AudioContext, {
      construct(Context, options: [AudioContextOptions?]) {
        newest = new Context(...options);
        return newest;
      },
    });
    // The sound itself is in this time: where a busy machine's audio stumbles, its clock waits with it.
    const audioTime = () => newest?.currentTime ?? Number.NaN;
    const moments: Moments = { microphones: [], audioTime, startedAt: Number.NaN, presses: [] };
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
      Object.assign(moments, { startedAt: audioTime(), presses: [] });
    };
    const note = () => moments.presses.push(audioTime());
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

/**
 * Waits until the clock on the page shows that so much has been recorded, or more: a busy machine may leave out a second.
 */
export async function untilClockShows(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction((least) => {
    const [, minutes, rest] =
      /^(\d+):(\d\d)$/.exec(document.querySelector('time')?.innerText.trim() ?? '') ?? [];
    return Number(minutes) * 60 + Number(rest) >= least;
  }, seconds);
}

/** The presses after the recorder was last started, in seconds of recording time (without pauses), in order. */
export async function pressesSinceStart(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { startedAt, presses } = window.recitalMoments;
    return presses.map((press) => press - startedAt);
  });
}

/** How much has been recorded by now, in seconds of recording time. */
export async function recordedSeconds(page: Page): Promise<number> {
  return page.evaluate(() => window.recitalMoments.audioTime() - window.recitalMoments.startedAt);
}
