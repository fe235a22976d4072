import { onScopeDispose, shallowRef, type Ref } from 'vue';
import type { CaptureRun, OpenCapture } from '../capture/capture-run';
import { openCapture } from '../capture/open-capture';
import type { Level, RecitalProblemKind } from '../capture/recital';
import { problemOf } from '../capture/recital-fault';
import { judgeTake, measureTake, SHORT_SECONDS, type Finding, type TakeFigures } from './judge-take';
import { LOUDNESS_SAMPLE_RATE } from './loudness';
import { spectrumBars } from './spectrum';

/** A judged test recording. */
export interface Take {
  /** Object URL */
  url: string;
  figures: TakeFigures;
  findings: readonly Finding[];
  /** From low to high tones, each from 0 to 1 */
  spectrum: readonly number[];
  microphone: string | null;
}

export type MicrophoneTest =
  | { state: 'idle' }
  | { state: 'opening' }
  | { state: 'recording'; seconds: number; level: Level }
  | { state: 'judging' }
  | { state: 'judged'; take: Take }
  | { state: 'failed'; problem: RecitalProblemKind };

/** Longer tells no more, and nobody wants to listen to it. */
export const TEST_SECONDS = 10;
const TICK_MILLISECONDS = 50;
const SPECTRUM_BARS = 48;

/** Decodes a recording to one channel at the sample rate of the loudness measure. */
async function decode(recording: Blob): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, LOUDNESS_SAMPLE_RATE);
  return (await context.decodeAudioData(await recording.arrayBuffer())).getChannelData(0);
}

/** Records a few seconds with the very graph and settings of a recital, sends them nowhere, and judges them. */
export function useMicrophoneTest(open: OpenCapture = openCapture, toSamples = decode) {
  const test = shallowRef<MicrophoneTest>({ state: 'idle' });
  let run: CaptureRun | null = null;
  let ticker: ReturnType<typeof setInterval> | undefined;
  let parts: Blob[] = [];
  let disposed = false;

  function forgetTake(): void {
    if (test.value.state === 'judged') URL.revokeObjectURL(test.value.take.url);
  }

  function fail(error: unknown): void {
    clearInterval(ticker);
    void run?.stop();
    run = null;
    test.value = { state: 'failed', problem: problemOf(error, 'recorder-failed').kind };
  }

  async function start(): Promise<void> {
    if (test.value.state === 'opening' || test.value.state === 'recording') return;
    forgetTake();
    parts = [];
    test.value = { state: 'opening' };
    try {
      const opened = await open({ data: (blob) => parts.push(blob), fault: fail });
      if (disposed) return void opened.stop();
      run = opened;
      opened.start();
      const startedAt = opened.audioTime();
      ticker = setInterval(() => tick(opened, startedAt), TICK_MILLISECONDS);
      tick(opened, startedAt);
    } catch (error) {
      fail(error);
    }
  }

  function tick(opened: CaptureRun, startedAt: number): void {
    const seconds = opened.audioTime() - startedAt;
    test.value = { state: 'recording', seconds, level: opened.level() };
    if (seconds >= TEST_SECONDS) void stop();
  }

  async function stop(): Promise<void> {
    const recorded = run;
    if (!recorded || test.value.state !== 'recording') return;
    const { seconds } = test.value;
    clearInterval(ticker);
    run = null;
    test.value = { state: 'judging' };
    try {
      await recorded.stop();
      const recording = new Blob(parts, { type: recorded.capture.mimeType });
      // A fraction of a second may be no file at all yet.
      const samples = seconds < SHORT_SECONDS ? new Float32Array() : await toSamples(recording);
      const figures = measureTake(samples);
      test.value = {
        state: 'judged',
        take: {
          url: URL.createObjectURL(recording),
          figures,
          findings: judgeTake(figures),
          spectrum: spectrumBars(samples, LOUDNESS_SAMPLE_RATE, SPECTRUM_BARS),
          microphone: recorded.microphone.label,
        },
      };
      if (disposed) forgetTake();
    } catch (error) {
      fail(error);
    }
  }

  onScopeDispose(() => {
    disposed = true;
    clearInterval(ticker);
    void run?.stop();
    forgetTake();
  });

  return { test: test as Readonly<Ref<MicrophoneTest>>, start, stop };
}
