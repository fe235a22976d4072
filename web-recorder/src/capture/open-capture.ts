import type { CaptureEvents, CaptureRun } from './capture-run';
import { chosenMicrophone } from './chosen-microphone';
import { LevelJudge } from './level';
import { openMicrophone, type Microphone } from './microphone';
import { RecitalFault, problemOf } from './recital-fault';
import { chooseMimeType } from './recorder-mime-type';

/** What a killed tab can lose is one slice. */
const SLICE_MILLISECONDS = 1000;
/** What Chromium takes for Opus by itself; about 58 MB an hour. */
const BITS_PER_SECOND = 128_000;
/** 43 ms at 48 kHz: looking 20 times a second hears nearly everything. */
const ANALYSER_SAMPLES = 2048;
/** Chromium encodes 60 ms at a time and drops what does not fill a frame when it stops; the rest is for its queues. */
const RUN_OUT_SECONDS = 0.15;
/** Some browsers leave such a promise or event out when something is wrong. */
const PATIENCE_MILLISECONDS = 3000;

/**
 * Opens the microphone with one audio graph: source, analyser and recorder hang on it together, so that the clock
 * of its context is the clock of the recording.
 */
export async function openCapture(events: CaptureEvents): Promise<CaptureRun> {
  const mimeType =
    'MediaRecorder' in globalThis ? chooseMimeType((type) => MediaRecorder.isTypeSupported(type)) : null;
  if (!mimeType) throw new RecitalFault('recorder-failed', 'This browser cannot record sound');
  const microphone = await openMicrophone(navigator.mediaDevices, chosenMicrophone());
  const context = new AudioContext({ latencyHint: 'interactive' });
  try {
    await wake(context);
    return connect(context, microphone, mimeType, events);
  } catch (error) {
    microphone.close();
    await context.close();
    throw new RecitalFault('recorder-failed', problemOf(error, 'recorder-failed').detail ?? '');
  }
}

/** A context may begin suspended; later it is never suspended, for that would leave a hole in the file. */
async function wake(context: AudioContext): Promise<void> {
  if (context.state !== 'running') await Promise.race([context.resume(), timeout(PATIENCE_MILLISECONDS)]);
  if (context.state !== 'running') throw new Error(`The audio context is ${context.state}`);
}

function connect(
  context: AudioContext,
  microphone: Microphone,
  mimeType: string,
  events: CaptureEvents,
): CaptureRun {
  const source = context.createMediaStreamSource(microphone.stream);
  const analyser = new AnalyserNode(context, { fftSize: ANALYSER_SAMPLES });
  const destination = new MediaStreamAudioDestinationNode(context, {
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  source.connect(analyser);
  source.connect(destination);

  const recorder = new MediaRecorder(destination.stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));
  recorder.addEventListener('dataavailable', (event) => events.data(event.data));
  recorder.addEventListener('error', (event) => {
    events.fault(new RecitalFault('recorder-failed', describe(event)));
  });
  const stopWatching = microphone.watch((fault) => events.fault(fault));
  context.addEventListener('statechange', () => {
    if (recorder.state !== 'inactive' && context.state !== 'running') {
      events.fault(new RecitalFault('microphone-muted', `The audio context is ${context.state}`));
    }
  });

  let begun = false;
  const judge = new LevelJudge();
  const samples = new Float32Array(analyser.fftSize);
  return {
    capture: { ...microphone.settings, mimeType: recorder.mimeType || mimeType },
    microphone: microphone.inUse,
    audioTime: () => context.currentTime,
    level() {
      analyser.getFloatTimeDomainData(samples);
      return judge.add(context.currentTime, samples);
    },
    start() {
      recorder.start(SLICE_MILLISECONDS);
      begun = true;
    },
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    flush() {
      if (recorder.state === 'recording') recorder.requestData();
    },
    async runOut() {
      const until = context.currentTime + RUN_OUT_SECONDS;
      const deadline = performance.now() + PATIENCE_MILLISECONDS;
      const goesOn = () => recorder.state === 'recording' && context.state === 'running';
      while (goesOn() && context.currentTime < until && performance.now() < deadline) {
        await timeout((until - context.currentTime) * 1000);
      }
    },
    async stop() {
      stopWatching();
      if (recorder.state !== 'inactive') recorder.stop();
      // Comes after the last bytes, also after an error; the limit is for a browser that forgets it.
      if (begun) await Promise.race([stopped, timeout(PATIENCE_MILLISECONDS)]);
      microphone.close();
      await context.close();
    },
  };
}

function timeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function describe(event: Event): string {
  const error: unknown = 'error' in event ? event.error : event.type;
  return String(error);
}
